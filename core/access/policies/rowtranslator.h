// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/evaluator.h"
#include "core/access/policies/policy.h"
#include "core/access/policies/truth.h"

namespace tenantry::access {

/// Turns conditions into predicates on the rows of a table: `R.attr.x` is the column x, and whatever does not depend on
/// the row is evaluated first. One thread at a time.
class RowTranslator
{
public:
    /// So often the conditions of a decision may compare a row, each element of a list once, since every comparison is
    /// part of the SQL. What goes beyond fails, and is refused where it shows before anybody asks.
    static constexpr std::size_t mostComparisons = 4'000;

    enum class Purpose {
        Decide,  ///< for the principal of the subject; what cannot be translated fails
        Validate ///< to find what cannot be translated, for whatever principal
    };

    /// `subject` has no row. Kept.
    explicit RowTranslator(const cel::Subject &subject, Purpose purpose = Purpose::Decide)
        : m_evaluator(subject)
        , m_purpose(purpose)
    {
    }

    Truth truthOf(const Match &match);

    /// What could not be translated, worded for the author of the policy.
    const QStringList &problems() const { return m_problems; }
    /// Every predicate on single columns that was made.
    const std::vector<Predicate> &used() const { return m_used; }

private:
    struct Operand;

    Truth truthOf(const cel::Expression &expression);
    Truth constant(const cel::Expression &expression);
    Truth logic(const cel::Expression &expression);
    Truth comparison(const cel::Expression &expression);
    Truth compared(cel::Op op, const Operand &left, const Operand &right);
    Truth membership(const cel::Expression &expression);
    Truth among(const Operand &item, const cel::Value &choices);
    template<class Ask>
    Truth eachOf(const cel::Expression &list, Ask ask);
    Truth held(const cel::Expression &list, const cel::Expression &item);
    Truth function(const cel::Expression &expression);
    Truth intersection(const cel::Expression &list, const cel::Expression &items);
    Truth macro(const cel::Expression &expression);

    Operand operandOf(const cel::Expression &expression);
    Operand timeOf(const cel::Expression &expression);
    /// `size()` or `lowerAscii()` of a column, or `R.id`; nothing for anything else.
    static std::optional<Predicate> derivedOf(const cel::Expression &expression);
    /// A column, or a text that is made of the row.
    static std::optional<Predicate> textOf(const cel::Expression &expression);
    /// The column that the expression is; empty when it is something else.
    static std::string columnOf(const cel::Expression &expression);
    Truth rows(Predicate holds, Predicate fails);
    Truth untranslatable(const cel::Expression &expression, const QString &why);
    /// How many elements a list that stands in the policy has; 1 for any other, so that what is counted for them is
    /// the least there can be. Only to validate.
    static std::size_t knownSize(const cel::Expression &list);
    bool isExhausted() const { return m_comparisons > mostComparisons || m_elements > mostComparisons; }

    bool validates() const { return m_purpose == Purpose::Validate; }

    cel::Evaluator m_evaluator;
    const Purpose m_purpose;
    std::size_t m_comparisons = 0; ///< that were made
    std::size_t m_elements = 0;    ///< of lists that macros went through
    std::size_t m_times = 1;       ///< that a comparison counts while it is validated, for each element around it
    QStringList m_problems;
    std::vector<Predicate> m_used;
};

} // namespace tenantry::access
