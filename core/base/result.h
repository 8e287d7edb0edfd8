// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <type_traits>
#include <utility>

namespace tenantry {

/// A value, or the reason why there is none. Whatever can fail returns one; exceptions stay inside the libraries below.
template<class T>
using Result = tl::expected<T, Error>;

/// What `return failure(...)` converts to any Result.
inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorCode code, QString message, QString detail = {})
{
    return failure(Error::make(code, std::move(message), std::move(detail)));
}

namespace detail {
template<class T>
struct IsResult : std::false_type
{
};
template<class T>
struct IsResult<Result<T>> : std::true_type
{
    using Value = T;
};
template<class R>
decltype(auto) takeValue(R &result)
{
    if constexpr (std::is_void_v<typename R::value_type>)
        return;
    else
        return std::move(*result);
}
} // namespace detail

} // namespace tenantry

/// The value of a Result, or an early return of its error: `const User user = TRY(users.find(id));`
/// A statement expression (GCC and Clang). GCC does not destroy what the rest of the expression made before the early
/// return, so TRY stands alone: `auto rows = TRY(...); return Plan{std::move(table), std::move(rows)};`, never beside
/// other members of a braced list or other arguments that own something.
#define TRY(expression)                                                                                                \
    __extension__({                                                                                                    \
        auto tryResult = (expression);                                                                                 \
        if (!tryResult)                                                                                                \
            return ::tl::unexpected<::tenantry::Error>(std::move(tryResult).error());                                  \
        ::tenantry::detail::takeValue(tryResult);                                                                      \
    })
