// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/predicate.h"

namespace tenantry::access {

/// What is known of a condition before a row is there: that it is true, false, or fails for every row; or which rows
/// make it true and which make it false (it fails for all others). A value.
class Truth
{
public:
    static Truth of(bool value);
    static Truth failure();
    static Truth ofRows(Predicate holds, Predicate fails);

    bool isTrue() const { return m_true.isAlways(); }
    bool isFalse() const { return m_false.isAlways(); }
    bool isFailure() const { return m_true.isNever() && m_false.isNever(); }

    const Predicate &whenTrue() const { return m_true; }
    const Predicate &whenFalse() const { return m_false; }

private:
    Truth(Predicate whenTrue, Predicate whenFalse)
        : m_true(std::move(whenTrue))
        , m_false(std::move(whenFalse))
    {
    }

    Predicate m_true;
    Predicate m_false;
};

Truth opposite(const Truth &truth);
/// What decides decides, whatever fails beside it.
Truth allOf(std::vector<Truth> parts);
Truth anyOf(std::vector<Truth> parts);

// Predicates without what says nothing.

Predicate allOf(std::vector<Predicate> parts);
Predicate anyOf(std::vector<Predicate> parts);
Predicate opposite(Predicate predicate);

} // namespace tenantry::access
