// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace tenantry::client {

template<class T>
class ReplySource;

/// Ends a call whose answer is no longer wanted. Copies end the same call; ending it twice, or after the answer came,
/// does nothing.
class CancelToken
{
public:
    CancelToken() = default;
    explicit CancelToken(std::function<void()> cancel)
        : m_cancel(std::move(cancel))
    {
    }

    void cancel() const
    {
        if (m_cancel)
            m_cancel();
    }

private:
    std::function<void()> m_cancel;
};

/// The answer to a call of the API, when it comes. Lives on one thread, the one with the event loop that asked; nothing
/// here blocks. The reader hangs a continuation on it, guarded by an object: when that object has died, or the call was
/// cancelled, the continuation is dropped. It never runs inside then().
template<class T>
class [[nodiscard]] Reply
{
public:
    using Value = T;

    Reply(Result<T> ready)
        : m_state(std::make_shared<State>())
    {
        m_state->result = std::move(ready);
    }
    Reply(tl::unexpected<Error> error)
        : Reply(Result<T>(std::move(error)))
    {
    }

    CancelToken then(QObject *guard, std::function<void(Result<T>)> continuation) &&
    {
        auto deliver = [guard = QPointer<QObject>(guard), continuation = std::move(continuation)](Result<T> result) {
            if (guard)
                continuation(std::move(result));
        };
        if (m_state->result) {
            QMetaObject::invokeMethod(
                guard,
                [state = m_state, deliver = std::move(deliver)] {
                    if (state->result)
                        deliver(std::move(*state->result));
                },
                Qt::QueuedConnection);
        } else {
            m_state->continuation = std::move(deliver);
        }
        return CancelToken([state = std::weak_ptr<State>(m_state)] {
            if (auto alive = state.lock())
                alive->cancel();
        });
    }

    /// What `function` makes of the value: T -> Result<U>; an error skips it.
    template<class F>
    auto map(F function) && -> Reply<typename std::invoke_result_t<F, T>::value_type>
    {
        using U = typename std::invoke_result_t<F, T>::value_type;
        return std::move(*this).chain([function = std::move(function)](Result<T> result) mutable -> Reply<U> {
            if (!result)
                return failure(std::move(result).error());
            return function(std::move(*result));
        });
    }

    /// Goes on with another call, also after an error: Result<T> -> Reply<U>. Cancelling ends whichever is running.
    template<class F>
    auto chain(F function) && -> std::invoke_result_t<F, Result<T>>
    {
        using U = typename std::invoke_result_t<F, Result<T>>::Value;
        ReplySource<U> source;
        source.cancels(m_state);
        m_state->receive([source, function = std::move(function)](Result<T> result) mutable {
            Reply<U> next = function(std::move(result));
            source.cancels(next.m_state);
            next.m_state->receive([source](Result<U> last) { source.settle(std::move(last)); });
        });
        return source.reply();
    }

private:
    template<class>
    friend class Reply;
    friend class ReplySource<T>;

    struct State
    {
        std::optional<Result<T>> result;
        std::function<void(Result<T>)> continuation;
        std::function<void()> abort;
        bool done = false; ///< answered or cancelled: nothing more happens

        void receive(std::function<void(Result<T>)> next)
        {
            if (result)
                next(std::move(*result));
            else
                continuation = std::move(next);
        }

        void settle(Result<T> value)
        {
            if (std::exchange(done, true))
                return;
            abort = nullptr;
            if (auto run = std::exchange(continuation, nullptr))
                run(std::move(value));
            else
                result = std::move(value);
        }

        void cancel()
        {
            done = true;
            result.reset();
            continuation = nullptr;
            if (auto run = std::exchange(abort, nullptr))
                run();
        }
    };

    explicit Reply(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }

    std::shared_ptr<State> m_state;
};

/// The end that answers a Reply. Copies share one end; the first settle() counts.
template<class T>
class ReplySource
{
public:
    Reply<T> reply() const { return Reply<T>(m_state); }
    void settle(Result<T> result) const { m_state->settle(std::move(result)); }
    /// What to do when the reader cancels. Must not own this source.
    void onCancel(std::function<void()> abort) const
    {
        if (!m_state->done)
            m_state->abort = std::move(abort);
    }

private:
    template<class>
    friend class Reply;

    /// The call in `upstream` ends with this one. Weak: the answering end keeps it alive.
    template<class State>
    void cancels(const std::shared_ptr<State> &upstream) const
    {
        onCancel([weak = std::weak_ptr<State>(upstream)] {
            if (auto alive = weak.lock())
                alive->cancel();
        });
    }

    std::shared_ptr<typename Reply<T>::State> m_state = std::make_shared<typename Reply<T>::State>();
};

} // namespace tenantry::client
