// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace tenantry {

template<class T>
class Promise;

namespace detail {
template<class F, class T>
struct Continued
{
    using Type = std::invoke_result_t<F, T>;
};
template<class F>
struct Continued<F, void>
{
    using Type = std::invoke_result_t<F>;
};
} // namespace detail

/// The result of work that ends elsewhere: a write that waits for its commit, a password hash, an outgoing call.
/// One promise, one reader. Whoever holds a Later either hangs a continuation on it (then, map, andThen: never blocks)
/// or, in command-line tools and tests only, waits. A promise that dies unsettled settles with an Internal error, so a
/// Later always ends. Continuations run on the thread that settles, or at once when it is settled already; they must be
/// short and must not block.
template<class T>
class [[nodiscard]] Later
{
public:
    using Value = T;

    Later(Result<T> ready)
        : m_state(std::make_shared<State>())
    {
        m_state->result = std::move(ready);
    }
    Later(tl::unexpected<Error> error)
        : Later(Result<T>(std::move(error)))
    {
    }

    void then(std::function<void(Result<T>)> continuation) &&
    {
        std::unique_lock lock(m_state->mutex);
        if (!m_state->result) {
            m_state->continuation = std::move(continuation);
            return;
        }
        Result<T> result = std::move(*m_state->result);
        lock.unlock();
        continuation(std::move(result));
    }

    /// A Later of what `function` makes of the whole result: Result<T> -> Result<U>.
    template<class F>
    auto map(F function) && -> Later<typename std::invoke_result_t<F, Result<T>>::value_type>
    {
        using U = typename std::invoke_result_t<F, Result<T>>::value_type;
        Promise<U> promise;
        Later<U> later = promise.later();
        std::move(*this).then([promise, function = std::move(function)](Result<T> result) mutable {
            promise.settle(function(std::move(result)));
        });
        return later;
    }

    /// Chains work that ends elsewhere too: T -> Later<U> (of a Later<void>: nothing -> Later<U>); an error skips
    /// `function`.
    template<class F>
    auto andThen(F function) && -> typename detail::Continued<F, T>::Type
    {
        using Next = typename detail::Continued<F, T>::Type;
        using U = typename Next::Value;
        Promise<U> promise;
        Later<U> later = promise.later();
        std::move(*this).then([promise, function = std::move(function)](Result<T> result) mutable {
            if (!result) {
                promise.settle(tl::unexpected<Error>(std::move(result).error()));
                return;
            }
            const auto settle = [promise](Result<U> next) { promise.settle(std::move(next)); };
            if constexpr (std::is_void_v<T>)
                function().then(settle);
            else
                function(std::move(*result)).then(settle);
        });
        return later;
    }

    /// Blocks. For command-line tools and tests; a request handler that calls this holds up a worker.
    Result<T> wait() &&
    {
        std::unique_lock lock(m_state->mutex);
        m_state->settled.wait(lock, [this] { return m_state->result.has_value(); });
        return std::move(*m_state->result);
    }

private:
    friend class Promise<T>;

    struct State
    {
        std::mutex mutex;
        std::condition_variable settled;
        std::optional<Result<T>> result;
        std::function<void(Result<T>)> continuation;

        void settle(Result<T> value)
        {
            std::unique_lock lock(mutex);
            if (result || done)
                return;
            if (!continuation) {
                result = std::move(value);
                settled.notify_all();
                return;
            }
            done = true;
            auto run = std::move(continuation);
            lock.unlock();
            run(std::move(value));
        }

        bool done = false;
    };

    explicit Later(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }

    std::shared_ptr<State> m_state;
};

/// The other end of a Later. Copies share one end; the first settle() counts.
template<class T>
class Promise
{
public:
    Promise()
        : m_end(std::make_shared<End>())
    {
    }

    Later<T> later() const { return Later<T>(m_end->state); }
    void settle(Result<T> result) const { m_end->state->settle(std::move(result)); }

private:
    struct End
    {
        std::shared_ptr<typename Later<T>::State> state = std::make_shared<typename Later<T>::State>();
        ~End() { state->settle(failure(Error::internal(QStringLiteral("a promise was dropped")))); }
    };

    std::shared_ptr<End> m_end;
};

} // namespace tenantry
