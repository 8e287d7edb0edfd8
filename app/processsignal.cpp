// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/processsignal.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

sigset_t setOf(std::initializer_list<int> numbers)
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : numbers)
        sigaddset(&set, number);
    return set;
}

} // namespace

ProcessSignal::ProcessSignal(std::initializer_list<int> numbers, std::function<void()> handle)
{
    hold(numbers);
    const sigset_t set = setOf(numbers);
    m_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, handle = std::move(handle)] {
        signalfd_siginfo info;
        while (::read(m_descriptor, &info, sizeof info) > 0)
            continue;
        handle();
    });
}

ProcessSignal::~ProcessSignal()
{
    ::close(m_descriptor);
}

void ProcessSignal::hold(std::initializer_list<int> numbers)
{
    const sigset_t set = setOf(numbers);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}
