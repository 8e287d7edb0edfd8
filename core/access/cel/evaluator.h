// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/cel/value.h"

#include <array>

namespace tenantry::access::cel {

/// What an expression is asked about. Borrowed while it is evaluated.
struct Subject
{
    const json::Value *principal = nullptr; ///< {id, roles, attr}
    const json::Value *resource = nullptr;  ///< {kind, id, attr}
    const json::Value *auxiliary = nullptr; ///< `auxData`; null: an empty map
    Micros now = 0;
};

/// What an evaluation may take: steps of the tree, and bytes of texts and lists it makes. Beyond it fails.
inline constexpr int mostSteps = 100'000;
inline constexpr std::size_t mostMemory = 1'000'000;

/// Evaluates resolved expressions about one subject. What it answers is good while it and the subject live. Does not
/// allocate as long as what an expression makes itself (joined texts, filtered lists) is small. One thread at a time.
class Evaluator
{
public:
    explicit Evaluator(const Subject &subject)
        : m_subject(subject)
    {
    }
    Evaluator(const Evaluator &) = delete;
    Evaluator &operator=(const Evaluator &) = delete;

    /// Never throws, and ends: what asks for too much gives a failure.
    Value evaluate(const Expression &expression);

    /// What the variable of a macro stands for, for whoever evaluates the body of one by itself.
    void bind(std::int64_t slot, const Value &value) { m_slots.at(std::size_t(slot)) = value; }

private:
    Value evaluated(const Expression &expression);
    Value select(const Expression &expression);
    Value has(const Expression &expression);
    Value index(const Expression &expression);
    Value list(const Expression &expression);
    Value map(const Expression &expression);
    Value arithmetic(const Expression &expression);
    Value relation(const Expression &expression);
    Value logic(const Expression &expression);
    Value function(const Expression &expression);
    Value macro(const Expression &expression);
    Value quantified(const Expression &expression, const Value &range);
    Value collected(const Expression &expression, const Value &range);
    Value joined(const Value &left, const Value &right);
    Value matches(const Expression &expression, std::string_view text, std::string_view pattern);
    Value sets(Function function, const Value &left, const Value &right);
    Value lowered(std::string_view text);

    /// Memory of this evaluation for so many T, or null when it has had enough.
    template<class T>
    T *room(std::size_t count)
    {
        m_memory += count * sizeof(T);
        return m_memory > mostMemory ? nullptr : static_cast<T *>(m_arena.allocate(count * sizeof(T), alignof(T)));
    }

    const Subject &m_subject;
    std::array<Value, deepestMacro> m_slots{Value::null(), Value::null(), Value::null(), Value::null(),
                                            Value::null(), Value::null(), Value::null(), Value::null()};
    int m_steps = 0;
    std::size_t m_memory = 0;
    std::array<std::byte, 1'024> m_buffer;
    std::pmr::monotonic_buffer_resource m_arena{m_buffer.data(), m_buffer.size()};
};

} // namespace tenantry::access::cel
