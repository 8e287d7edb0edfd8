// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/resolver.h"
#include "core/access/policies/policy.h"
#include "core/access/policies/policyreader.h"

namespace tenantry::access {

/// `variables.local` and `constants.local` of a policy. `import` is not supported, and a problem.
cel::Definitions readDefinitions(Reader &reader, const json::Value &policy, const QString &path);

/// Reads the conditions of one policy.
class MatchParser
{
public:
    /// Keeps `reader`, which gets the problems.
    MatchParser(Reader &reader, cel::Definitions definitions)
        : m_reader(&reader)
        , m_definitions(std::move(definitions))
    {
    }

    /// Nothing when there is none, or it is not acceptable.
    std::optional<Match> condition(const json::Value &condition, const QString &path);

private:
    std::optional<Match> match(const json::Value &match, const QString &path, int level);
    std::optional<Match> expression(const json::Value &text, const QString &path);

    Reader *m_reader;
    cel::Definitions m_definitions;
    int m_expressions = 0;
};

} // namespace tenantry::access
