// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/columnlayout.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "ui/datatable/editmodel.h"
#include "ui/datatable/journalentry.h"
#include "ui/datatable/rowview.h"
#include "ui/workspace/workspace.h"

#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr std::chrono::milliseconds gatherTime{500};
constexpr std::int64_t narrowest = 16;

} // namespace

ColumnLayout::ColumnLayout(RowView &view, Workspace *workspace, const QString &table, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_workspace(workspace)
    , m_key(u"columns "_s + table)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(gatherTime);
    connect(&m_waiting, &QTimer::timeout, this, &ColumnLayout::write);
    connect(view.horizontalHeader(), &QHeaderView::sectionResized, this, &ColumnLayout::remember);
    connect(view.horizontalHeader(), &QHeaderView::sectionMoved, this, &ColumnLayout::remember);
    if (!workspace)
        return;
    const auto read = [key = m_key](QSqlDatabase &database) { return journalentry::read(database, key); };
    workspace->ask<QByteArray>(read, this, [this](const QByteArray &body) {
        if (auto kept = json::read({body.constData(), size_t(body.size())})) {
            m_kept = std::move(*kept);
            apply();
        }
    });
}

ColumnLayout::~ColumnLayout()
{
    if (m_waiting.isActive())
        write();
}

void ColumnLayout::fit()
{
    m_applying = true;
    m_view.fitColumns();
    m_applying = false;
    apply();
}

void ColumnLayout::apply()
{
    m_applying = true;
    QHeaderView *header = m_view.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const json::Value &kept = m_kept[m_view.rows()->column(column).name.toStdString()];
        if (!kept.isObject())
            continue;
        if (const auto width = kept["width"].integer())
            header->resizeSection(column, int(std::clamp<std::int64_t>(*width, narrowest, QWIDGETSIZE_MAX)));
        m_view.setColumnHidden(column, kept["hidden"].boolean());
        if (const auto place = kept["place"].integer(); place && *place >= 0 && *place < header->count())
            header->moveSection(header->visualIndex(column), int(*place));
    }
    m_applying = false;
}

void ColumnLayout::remember()
{
    if (!m_applying && !m_waiting.isActive())
        m_waiting.start();
}

void ColumnLayout::write()
{
    const QHeaderView *header = m_view.horizontalHeader();
    json::Object kept;
    // By place, so that putting them back one after the other ends in this order.
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const bool hidden = m_view.isColumnHidden(column);
        const std::string name = m_view.rows()->column(column).name.toStdString();
        const json::Value &before = m_kept[name];
        json::Object one;
        // A hidden column has no width of its own at the moment.
        one.set("width", hidden ? before["width"] : json::Value(header->sectionSize(column)));
        one.set("hidden", hidden);
        one.set("place", place);
        kept.set(name, std::move(one));
    }
    m_kept = json::Value(std::move(kept));
    if (m_workspace)
        m_workspace->run([key = m_key, body = json::write(m_kept)](QSqlDatabase &database) {
            journalentry::write(database, key, u"columns"_s, body);
        });
}

void ColumnLayout::setShown(int column, bool shown)
{
    const QHeaderView *header = m_view.horizontalHeader();
    if (!shown && header->count() - header->hiddenSectionCount() == 1)
        return;
    m_view.setColumnHidden(column, !shown);
    remember();
}

void ColumnLayout::showAll()
{
    for (int column = 0; column < m_view.rows()->columnCount(); ++column)
        setShown(column, true);
}

void ColumnLayout::fill(QMenu *menu)
{
    for (int column = 0; column < m_view.rows()->columnCount(); ++column) {
        QAction *entry = menu->addAction(QString(m_view.rows()->column(column).name).replace(u'&', u"&&"_s));
        entry->setCheckable(true);
        entry->setChecked(!m_view.isColumnHidden(column));
        connect(entry, &QAction::toggled, this, [this, column](bool shown) { setShown(column, shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Show all columns")), &QAction::triggered, this, &ColumnLayout::showAll);
}

} // namespace tenantry::ui
