// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/message.h"
#include "core/tenancy/invitations/invitation.h"

#include <QByteArray>

namespace tenantry {

/// Whether whoever is invited has an account already.
enum class Invitee { New, Known };

/// What the invitee is sent. `origin`: what stands before the paths of pages ("https://app.example.org"); the link
/// leads to the page on which the invitation is accepted or declined.
mail::Message invitationMail(const Invitation &invitation, Invitee invitee, const QByteArray &token,
                             const QString &origin);

} // namespace tenantry
