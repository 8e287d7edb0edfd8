// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/json/value.h"

class QNetworkReply;

namespace tenantry::client {

/// The error an answer with this status and body describes, in the shape of the API's errors or of the headless
/// sign-in's. Always has a message, also when the body is not ours.
Error answerError(int status, const json::Value &body);

/// No answer came: refused, not found, timed out, not trusted. Says which and what to do.
Error connectionError(const QNetworkReply &reply);

/// Something answered that does not speak the API.
Error notOurServer();

} // namespace tenantry::client
