// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textfile.h"

#include "core/base/wakeup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QSaveFile>
#include <QTimer>

#include <optional>
#include <thread>

namespace tenantry::ui {

namespace {

tl::unexpected<Error> refuse(const char *message, const QString &path, const QString &reason)
{
    return failure(ErrorCode::Unavailable,
                   QCoreApplication::translate("TextFile", message).arg(QDir::toNativeSeparators(path), reason));
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    const char *const message = QT_TRANSLATE_NOOP("TextFile", "%1 cannot be read: %2");
    if (!file.open(QIODevice::ReadOnly))
        return refuse(message, path, file.errorString());
    QByteArray text = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return refuse(message, path, file.errorString());
    if (text.size() > mostBytes)
        return refuse(message, path, QCoreApplication::translate("TextFile", "it is too large"));
    return text;
}

Result<void> writeAll(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return refuse(QT_TRANSLATE_NOOP("TextFile", "%1 cannot be written: %2"), path, file.errorString());
}

/// A thread for one piece of work, joined when its answer is given: files are asked for once in a while.
template<class T>
class Errand
{
public:
    Errand(std::function<T()> work, QObject *context, std::function<void(T)> then)
        : m_context(context)
        , m_then(std::move(then))
        , m_done([this] { finish(); })
        , m_thread([this, work = std::move(work)] {
            m_answer = work();
            m_done.wake();
        })
    {
    }

private:
    void finish()
    {
        m_thread.join();
        if (m_context)
            m_then(std::move(*m_answer));
        QTimer::singleShot(0, QCoreApplication::instance(),
                           [this] { delete this; }); // not from within m_done's own call
    }

    QPointer<QObject> m_context;
    std::function<void(T)> m_then;
    std::optional<T> m_answer;
    WakeUp m_done;
    std::thread m_thread; ///< last: it uses the rest
};

} // namespace

void readTextFile(const QString &path, QObject *context, std::function<void(Result<QByteArray>)> then)
{
    new Errand<Result<QByteArray>>([path] { return readAll(path); }, context, std::move(then)); // ends itself
}

void writeTextFile(const QString &path, const QByteArray &text, QObject *context,
                   std::function<void(Result<void>)> then)
{
    new Errand<Result<void>>([path, text] { return writeAll(path, text); }, context, std::move(then)); // ends itself
}

} // namespace tenantry::ui
