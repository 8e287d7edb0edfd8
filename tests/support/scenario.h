// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/support/httpclient.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tenantry::test {

/// Something an answer must be.
struct ScenarioCheck
{
    enum class Kind {
        Contains,      ///< the body holds the text `expected`
        Lacks,         ///< it does not
        Body,          ///< the body is the JSON `expected`
        Equals,        ///< the JSON at the path `subject` is `expected`
        Absent,        ///< there is nothing at the path
        Size,          ///< the list or object at the path has `expected` members
        Matches,       ///< the text at the path matches the regular expression `expected`
        HeaderIs,      ///< the header `subject` is `expected`
        HeaderMatches, ///< the header `subject` matches the regular expression `expected`
        NoHeader,      ///< there is no such header
        Capture,       ///< not a check: the variable `subject` becomes what stands at the path `expected`
        CaptureHeader, ///< the same with the value of the header `expected`
        CaptureMail,   ///< the same with what stands in a mail; `expected` is "ADDRESS REGEX"
        NoMail,        ///< there is no mail to the address `expected` that was not read
    };
    Kind kind;
    QString subject;
    QString expected;
    int line = 0;
};

/// One request and what must come back; or, with method RESTART, a restart of the server; or, with method GRANT and
/// the target "USER SITE PERMISSION", a permission that the server's database is given; or, with method SQL and the
/// target "SITE STATEMENT", a change in the site's database behind the server's back.
struct ScenarioStep
{
    QString method;
    QString target;
    std::vector<std::pair<QString, QString>> headers;
    QString body;
    int status = 0;
    std::vector<ScenarioCheck> checks;
    int line = 0;
};

/// A script of tests/scripts, read (the format is in tests/scripts/README.md).
struct Scenario
{
    std::vector<std::pair<QString, QString>> settings; ///< environment of the server
    std::vector<ScenarioStep> steps;

    /// The error names the line.
    static Result<Scenario> parse(const QString &text);
};

} // namespace tenantry::test
