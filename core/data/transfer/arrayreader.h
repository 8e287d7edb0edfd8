// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tenantry::data {

/// Finds the elements of a JSON array in text that outlives it, one at a time, without reading them: who takes an
/// element gives it to json::read. So an array of any length needs the memory of one element.
class ArrayReader
{
public:
    static constexpr std::size_t maxElement = 16 * 1024 * 1024; ///< bytes

    explicit ArrayReader(std::string_view text, std::size_t longest = maxElement);

    /// Moves to the next element; false behind the last one. What is malformed between elements ends the reading. The
    /// error does not say where it is; line() does.
    Result<bool> next();

    std::string_view element() const { return m_element; }
    /// Where the element begins, or what is malformed; from 1.
    std::int64_t line() const { return m_line; }
    /// Bytes read.
    std::size_t position() const { return m_position; }

private:
    enum class State { Before, First, Between, Behind };

    void skipSpace();
    bool take(char expected);
    Result<bool> readElement();
    Result<bool> readEnd();

    std::string_view m_text;
    const std::size_t m_longest;
    std::size_t m_position = 0;
    std::int64_t m_line = 1;
    std::int64_t m_nextLine = 1; ///< of m_position
    State m_state = State::Before;
    std::string_view m_element;
};

/// Where the JSON value ends that begins at `from`, or nothing when the text ends before it does. Looks at quotes and
/// brackets alone, so that what it finds may be no JSON; where it is, it is one value.
std::optional<std::size_t> endOfJsonValue(std::string_view text, std::size_t from);

} // namespace tenantry::data
