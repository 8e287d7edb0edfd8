// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string_view>

namespace tenantry::sql {

// What the families of functions beside this file register themselves with. Only sources that know SQLite include it.

inline constexpr int pureSqliteFunction = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

/// A function of one row's values that always gives the same for the same.
struct SqliteFunction
{
    const char *name;
    int arguments;
    void (*run)(sqlite3_context *, int, sqlite3_value **);
};

/// A function of many rows' values. `step` gets a State that begins as its default and ends with the group; `finish`
/// is not called for a group without rows, which gives NULL.
template<class State>
struct SqliteAggregate
{
    const char *name;
    int arguments;
    void (*step)(State &, sqlite3_value **);
    void (*finish)(sqlite3_context *, State &);
};

inline bool isNull(sqlite3_value *value)
{
    return sqlite3_value_type(value) == SQLITE_NULL;
}

/// Good until the value is looked at in another way.
inline std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? std::string_view(text, std::size_t(sqlite3_value_bytes(value))) : std::string_view();
}

inline void answerText(sqlite3_context *context, std::string_view text)
{
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

inline bool registerAll(sqlite3 *handle, std::span<const SqliteFunction> functions)
{
    return std::all_of(functions.begin(), functions.end(), [handle](const SqliteFunction &function) {
        return sqlite3_create_function_v2(handle, function.name, function.arguments, pureSqliteFunction, nullptr,
                                          function.run, nullptr, nullptr, nullptr) == SQLITE_OK;
    });
}

/// `aggregate` lives as long as the handle.
template<class State>
bool registerAggregate(sqlite3 *handle, const SqliteAggregate<State> &aggregate)
{
    using Aggregate = SqliteAggregate<State>;
    const auto step = [](sqlite3_context *context, int, sqlite3_value **arguments) {
        auto **state = static_cast<State **>(sqlite3_aggregate_context(context, sizeof(State *)));
        if (!state)
            return sqlite3_result_error_nomem(context);
        if (!*state)
            *state = new State;
        static_cast<const Aggregate *>(sqlite3_user_data(context))->step(**state, arguments);
    };
    const auto finish = [](sqlite3_context *context) {
        auto **state = static_cast<State **>(sqlite3_aggregate_context(context, 0));
        if (!state || !*state)
            return;
        const std::unique_ptr<State> owned(*state);
        static_cast<const Aggregate *>(sqlite3_user_data(context))->finish(context, *owned);
    };
    return sqlite3_create_function_v2(handle, aggregate.name, aggregate.arguments, pureSqliteFunction,
                                      const_cast<Aggregate *>(&aggregate), nullptr, step, finish, nullptr) == SQLITE_OK;
}

} // namespace tenantry::sql
