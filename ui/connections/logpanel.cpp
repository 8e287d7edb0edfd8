// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/logpanel.h"

#include "core/log/logtail.h"
#include "ui/common/fontscale.h"

#include <QScrollBar>

namespace tenantry::ui {

namespace {
constexpr std::chrono::milliseconds gatherTime{150};
}

LogPanel::LogPanel(std::shared_ptr<LogTail> tail, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_tail(std::move(tail))
    , m_written([this] {
        if (!m_gather.isActive())
            m_gather.start();
    })
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setMaximumBlockCount(int(LogTail::mostLines));
    setLayoutDirection(Qt::LeftToRight); // the log's language is English
    makeFixedPitch(this);
    setAccessibleName(tr("Log of the server"));
    setPlaceholderText(tr("Nothing was logged yet."));
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherTime);
    connect(&m_gather, &QTimer::timeout, this, &LogPanel::showNew);
    m_watcher = m_tail->watch([this] { m_written.wake(); });
    showNew();
}

LogPanel::~LogPanel()
{
    m_tail->unwatch(m_watcher);
}

void LogPanel::showNew()
{
    const LogTail::Excerpt excerpt = m_tail->since(m_next);
    m_next = excerpt.next;
    if (excerpt.lines.empty())
        return;
    QByteArray text;
    for (const QByteArray &line : excerpt.lines)
        text += line + '\n';
    text.chop(1);
    const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    appendPlainText(QString::fromUtf8(text));
    if (!atEnd || textCursor().hasSelection())
        return;
    QTextCursor last = textCursor();
    last.movePosition(QTextCursor::End);
    last.movePosition(QTextCursor::StartOfBlock); // where lines are read from, so that the view shows that
    setTextCursor(last);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace tenantry::ui
