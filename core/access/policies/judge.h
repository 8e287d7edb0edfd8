// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/evaluator.h"
#include "core/access/policies/rowtranslator.h"

namespace tenantry::access {

/// Says of conditions whether they hold: for a resource whose attributes are there, or for the rows of a table that are
/// not. Not thread-safe.
class Judge
{
public:
    virtual ~Judge() = default;
    virtual Truth truthOf(const Match &match) = 0;
};

/// Of one resource, with all its attributes; never depends on rows.
class SubjectJudge : public Judge
{
public:
    explicit SubjectJudge(const cel::Subject &subject)
        : m_evaluator(subject)
    {
    }
    Truth truthOf(const Match &match) override;

private:
    cel::Evaluator m_evaluator;
};

/// Of the rows of a table.
class RowJudge : public Judge
{
public:
    explicit RowJudge(const cel::Subject &subject)
        : m_translator(subject)
    {
    }
    Truth truthOf(const Match &match) override { return m_translator.truthOf(match); }

private:
    RowTranslator m_translator;
};

} // namespace tenantry::access
