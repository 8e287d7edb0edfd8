// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

/// Calls a function in the event loop when the process is asked to stop (SIGTERM, SIGINT). Made before any other
/// thread, so that all of them leave these signals alone.
class StopSignal : public QObject
{
public:
    explicit StopSignal(std::function<void()> stop);
    ~StopSignal() override;

private:
    int m_descriptor;
};
