// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/changejournal.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "ui/datatable/changesetjson.h"
#include "ui/datatable/journalentry.h"
#include "ui/workspace/workspace.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

/// Long enough to gather what is typed at once, and short of the second within which it must be kept.
constexpr std::chrono::milliseconds gatherTime{300};

} // namespace

ChangeJournal::ChangeJournal(Workspace &workspace, const QString &table, ChangeSet &changes, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_key(u"changes "_s + table)
    , m_changes(changes)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(gatherTime);
    connect(&m_waiting, &QTimer::timeout, this, &ChangeJournal::write);
    const auto writeSoon = [this] {
        // Not begun anew by each change: who types without a pause is journalled too.
        if (m_knowsPast && !m_waiting.isActive())
            m_waiting.start();
    };
    connect(&m_changes, &ChangeSet::changed, this, writeSoon);
    connect(&m_changes, &ChangeSet::draftChanged, this, writeSoon);
}

ChangeJournal::~ChangeJournal()
{
    if (m_waiting.isActive())
        write();
}

void ChangeJournal::restore()
{
    const auto read = [key = m_key](QSqlDatabase &database) { return journalentry::read(database, key); };
    m_workspace.ask<QByteArray>(read, this, [this](const QByteArray &body) {
        m_knowsPast = true;
        const auto kept = json::read({body.constData(), size_t(body.size())});
        ChangeSet::Changes changes;
        if (kept)
            changes = changesFromJson(*kept, m_changes.columns());
        const int rows = int(changes.size());
        m_changes.restore(std::move(changes));
        emit restored(rows);
    });
}

void ChangeJournal::write()
{
    const ChangeSet::Changes changes = m_changes.allWithDraft();
    const QByteArray body = changes.empty() ? QByteArray() : json::write(toJson(changes, m_changes.columns()));
    m_workspace.run(
        [key = m_key, body](QSqlDatabase &database) { journalentry::write(database, key, u"changes"_s, body); });
}

} // namespace tenantry::ui
