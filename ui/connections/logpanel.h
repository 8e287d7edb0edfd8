// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/wakeup.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <cstdint>
#include <memory>

namespace tenantry {
class LogTail;
}

namespace tenantry::ui {

/// The last lines of a server's log as they come, to be read and copied. While its end shows it keeps showing it; who
/// scrolls back is left alone.
class LogPanel : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LogPanel(std::shared_ptr<LogTail> tail, QWidget *parent = nullptr);
    ~LogPanel() override;

private:
    void showNew();

    std::shared_ptr<LogTail> m_tail;
    std::uint64_t m_next = 0;
    QTimer m_gather; ///< so that a busy server's lines are shown many at a time
    WakeUp m_written;
    int m_watcher = 0;
};

} // namespace tenantry::ui
