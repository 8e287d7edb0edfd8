// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"
#include "ui/messages/messagelog.h"

namespace tenantry::ui {

/// How grave a message is, as it shows everywhere: a word and an icon.
QString severityWord(Message::Severity severity);
Icon severityIcon(Message::Severity severity);

} // namespace tenantry::ui
