// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <initializer_list>

/// Calls a function in the event loop when the process gets one of these signals, which no longer end it. Made, or told
/// to hold(), before any other thread, so that all of them leave the signals alone.
class ProcessSignal : public QObject
{
public:
    ProcessSignal(std::initializer_list<int> numbers, std::function<void()> handle);
    ~ProcessSignal() override;

    /// Lets the signals wait for the ProcessSignal to come: a QApplication makes threads, yet no event loop is to be
    /// had before it.
    static void hold(std::initializer_list<int> numbers);

private:
    int m_descriptor;
};
