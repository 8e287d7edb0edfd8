// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/childprocess.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

constexpr unsigned long glance = 5; ///< milliseconds between two looks

/// NUL-terminated texts for exec.
class Texts
{
public:
    void add(const QByteArray &text) { m_texts.push_back(text); }
    std::vector<char *> pointers()
    {
        std::vector<char *> all;
        for (QByteArray &text : m_texts)
            all.push_back(text.data());
        all.push_back(nullptr);
        return all;
    }

private:
    std::vector<QByteArray> m_texts;
};

Texts environmentWith(const ChildProcess::Variables &variables)
{
    Texts texts;
    for (char **variable = environ; *variable; ++variable) {
        const QByteArray name = QByteArray(*variable).split('=').first();
        const bool replaced = std::any_of(variables.begin(), variables.end(),
                                          [&name](const auto &own) { return own.first.toUtf8() == name; });
        if (!replaced)
            texts.add(*variable);
    }
    for (const auto &[name, value] : variables)
        texts.add(name.toUtf8() + '=' + value.toUtf8());
    return texts;
}

} // namespace

ChildProcess::ChildProcess(const QString &program, const QStringList &arguments, const Variables &variables)
    : m_commandLine(program + u' ' + arguments.join(u' '))
{
    // A test that crashes leaves nobody behind.
    Texts command;
    for (const char *word : {"setpriv", "--pdeathsig", "KILL"})
        command.add(word);
    command.add(program.toUtf8());
    for (const QString &argument : arguments)
        command.add(argument.toUtf8());
    Texts environment = environmentWith(variables);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    const auto redirect = [&files, this](int descriptor, const QString &name) {
        const QByteArray path = m_folder.filePath(name).toUtf8();
        posix_spawn_file_actions_addopen(&files, descriptor, path.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    };
    redirect(STDOUT_FILENO, u"output"_s);
    redirect(STDERR_FILENO, u"errors"_s);
    const int failed = posix_spawnp(&m_processId, "setpriv", &files, nullptr, command.pointers().data(),
                                    environment.pointers().data());
    posix_spawn_file_actions_destroy(&files);
    if (failed)
        qFatal("setpriv could not be started: %s", strerror(failed));
}

ChildProcess::~ChildProcess()
{
    if (m_status)
        return;
    send(SIGKILL);
    ::waitpid(m_processId, nullptr, 0);
}

QByteArray ChildProcess::firstLine(std::chrono::milliseconds patience)
{
    for (const QDeadlineTimer deadline(patience); !deadline.hasExpired(); QThread::msleep(glance)) {
        const QByteArray all = output();
        if (const qsizetype end = all.indexOf('\n'); end >= 0)
            return all.first(end).trimmed();
        if (wait(std::chrono::milliseconds(0)))
            break;
    }
    return {};
}

QByteArray ChildProcess::output() const
{
    return contents(u"output"_s);
}

QByteArray ChildProcess::errors() const
{
    return contents(u"errors"_s);
}

void ChildProcess::send(int signal)
{
    if (!m_status)
        ::kill(m_processId, signal);
}

std::optional<int> ChildProcess::wait(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!m_status) {
        int status = 0;
        if (::waitpid(m_processId, &status, WNOHANG) == m_processId)
            m_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        else if (deadline.hasExpired())
            break;
        else
            QThread::msleep(glance);
    }
    return m_status;
}

ChildProcess::Ended ChildProcess::waitForEnd(std::chrono::milliseconds patience)
{
    const std::optional<int> status = wait(patience);
    if (!status)
        qFatal("%s did not end", qPrintable(m_commandLine));
    return {*status, output(), errors()};
}

QByteArray ChildProcess::contents(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tenantry::test
