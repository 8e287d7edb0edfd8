// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry::data {

/// Puts the text form of a PostgreSQL array of one dimension together: {a,"b c",NULL}.
class PostgresArrayWriter
{
public:
    void null() { append("NULL"); }
    /// A text that needs no quotes: a number, a truth value.
    void plain(std::string_view text) { append(text); }
    void quoted(std::string_view text);

    std::string take();

private:
    void append(std::string_view text);

    std::string m_text = "{";
};

/// The elements of an array of one dimension as PostgreSQL prints it, unquoted; null where an element is.
std::vector<std::optional<std::string>> postgresArrayElements(std::string_view printed);

} // namespace tenantry::data
