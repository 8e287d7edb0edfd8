// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/cellinspector.h"

#include "core/json/indent.h"
#include "core/json/writer.h"
#include "ui/common/actionregistry.h"
#include "ui/common/fontscale.h"
#include "ui/datatable/editmodel.h"
#include "ui/datatable/rowview.h"
#include "ui/inspector/hexdump.h"
#include "ui/inspector/jsontreemodel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

// More makes the window stall: each line is laid out whole.
constexpr qsizetype longestText = 256 * 1024;
constexpr qsizetype longestLine = 16 * 1024;
constexpr qsizetype mostBytes = 16 * 1024; // a thousand lines

enum Page { TextPage, TreePage, BytesPage };

QPlainTextEdit *textEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setFrameShape(QFrame::NoFrame);
    edit->setTabChangesFocus(true);
    edit->setWordWrapMode(QTextOption::WordWrap); // breaking words too is many times slower
    edit->setAccessibleName(name);
    return edit;
}

/// As much of the text from its beginning as can be shown.
QString showable(const QString &text)
{
    const qsizetype whole = std::min(text.size(), longestText);
    for (qsizetype start = 0; start < whole;) {
        const qsizetype end = text.indexOf(u'\n', start);
        if ((end < 0 ? text.size() : end) - start > longestLine)
            return text.left(std::min(whole, start + longestLine));
        start = end < 0 ? whole : end + 1;
    }
    return text.left(whole);
}

} // namespace

CellInspector::CellInspector(const ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_note(new QLabel(this))
    , m_pages(new QTabWidget(this))
    , m_text(textEdit(tr("Text of the cell"), this))
    , m_tree(new QTreeView(this))
    , m_document(new JsonTreeModel(this))
    , m_bytes(textEdit(tr("Bytes of the cell"), this))
{
    m_name->setTextFormat(Qt::PlainText);
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setObjectName(u"cellNote"_s);
    for (QLabel *label : {m_name, m_note})
        label->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(u"cellText"_s);
    m_bytes->setObjectName(u"cellBytes"_s);
    m_bytes->setReadOnly(true);
    m_bytes->setLineWrapMode(QPlainTextEdit::NoWrap);
    makeFixedPitch(m_bytes);
    m_tree->setObjectName(u"cellTree"_s);
    m_tree->setModel(m_document);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Structure of the cell"));
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_text, tr("Te&xt"));
    m_pages->addTab(m_tree, tr("St&ructure"));
    m_pages->addTab(m_bytes, tr("&Bytes"));

    auto *head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 4);
    head->addWidget(m_name);
    head->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buildButtons(actions));
    m_text->installEventFilter(this);
    connect(m_pages, &QTabWidget::currentChanged, this, &CellInspector::showPage);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_text->document()->isModified() && model())
            model()->setDraft(m_cell, m_text->toPlainText());
        emit changed();
    });
    showCell();
}

QWidget *CellInspector::buildButtons(const ActionRegistry &actions)
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addStretch();
    for (const QString &id : {u"cell.null"_s, u"cell.apply"_s}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(actions.action(id));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(button);
    }
    return bar;
}

void CellInspector::follow(RowView *view)
{
    EditModel *rows = view ? view->rows() : nullptr;
    if (m_view == view && m_rows == rows)
        return;
    leave();
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    if (m_rows)
        disconnect(m_rows, nullptr, this, nullptr);
    m_view = view;
    m_rows = rows;
    if (view)
        connect(view, &RowView::selectionChangedTo, this, &CellInspector::goTo);
    if (rows)
        connect(rows, &EditModel::dataChanged, this, [this] {
            if (!m_text->document()->isModified())
                showCell();
        });
    m_cell = view ? view->currentIndex() : QModelIndex();
    showCell();
}

void CellInspector::goTo(const QModelIndex &cell)
{
    if (m_cell == cell)
        return;
    leave();
    m_cell = cell;
    showCell();
}

bool CellInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        // The text would take it for a line break; it is the action's that leads back to the table.
        if (key.key() == Qt::Key_Return && key.modifiers() == Qt::ShiftModifier) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

EditModel *CellInspector::model() const
{
    return m_cell.isValid() ? m_rows : nullptr;
}

void CellInspector::apply()
{
    if (!whyNotApply().isEmpty())
        return;
    const QString typed = m_text->toPlainText();
    m_text->document()->setModified(false);
    model()->setData(m_cell, typed);
    model()->changes().clearDraft();
    showCell();
    emit changed();
}

QString CellInspector::whyNotApply() const
{
    return model() && m_text->document()->isModified() ? QString()
                                                       : tr("Nothing has been typed in the cell inspector.");
}

void CellInspector::focusText()
{
    m_pages->setCurrentIndex(TextPage);
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void CellInspector::leave()
{
    // As a cell's own editor does it: what was typed counts when one goes on.
    apply();
    m_text->document()->setModified(false);
}

void CellInspector::showCell()
{
    const json::Value *value = model() ? model()->value(m_cell) : nullptr;
    describe(value);
    showText(value);
    const bool document = value && (value->isArray() || value->isObject());
    m_pages->setTabEnabled(TreePage, document);
    m_pages->setTabToolTip(TreePage, document ? QString() : tr("Only documents and lists have a structure."));
    m_pages->setTabEnabled(BytesPage, value && value->isString());
    showPage();
    emit changed();
}

void CellInspector::describe(const json::Value *value)
{
    if (!model()) {
        m_name->setText(tr("No cell"));
        m_note->setText(tr("Open a datatable and go to a cell to see its whole value here."));
        return;
    }
    const client::Column &column = model()->column(m_cell.column());
    m_name->setText(column.name);
    QStringList notes{CellFormat::describe(column)};
    if (value && value->isString())
        notes << tr("%n characters", nullptr, int(value->text().size()));
    if (const QString problem = m_cell.data(EditModel::ProblemRole).toString(); !problem.isEmpty())
        notes << u"\u26a0 "_s + problem;
    if (const QString why = model()->whyNotEditable(m_cell); !why.isEmpty())
        notes << why;
    m_note->setText(notes.join(u'\n'));
}

void CellInspector::showText(const json::Value *value)
{
    const QString whole = value ? wholeText(*value) : model() ? m_cell.data(Qt::EditRole).toString() : QString();
    const QString text = showable(whole);
    m_cut = text.size() < whole.size();
    if (m_cut)
        m_note->setText(m_note->text() + u'\n' +
                        tr("Only the beginning is shown, because the value is long. It cannot be edited here."));
    m_text->setReadOnly(m_cut || !model() || !model()->whyNotEditable(m_cell).isEmpty());
    m_text->setPlaceholderText(m_cell.isValid() && m_cell.data(RowModel::NullRole).toBool() ? u"NULL"_s : QString());
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
    m_text->document()->setModified(false);
}

void CellInspector::showPage()
{
    const json::Value *value = model() ? model()->value(m_cell) : nullptr;
    if (!m_pages->isTabEnabled(m_pages->currentIndex()))
        m_pages->setCurrentIndex(TextPage);
    // The other pages are made only while somebody looks at them.
    m_document->setDocument(value && m_pages->currentIndex() == TreePage ? *value : json::Value());
    if (m_pages->currentIndex() == TreePage) {
        m_tree->expandToDepth(0);
        m_tree->resizeColumnToContents(JsonTreeModel::NameColumn);
    }
    const QByteArray all = value && m_pages->currentIndex() == BytesPage ? bytes(*value) : QByteArray();
    QString dump = hexDump(QByteArrayView(all).first(std::min(all.size(), mostBytes)));
    if (all.size() > mostBytes)
        dump += u"\n\u2026\n"_s + tr("%1 in all").arg(QLocale().formattedDataSize(all.size()));
    m_bytes->setPlainText(dump);
}

QString CellInspector::wholeText(const json::Value &value) const
{
    if (value.isArray() || value.isObject())
        return QString::fromStdString(json::indented(value, longestText));
    return model()->input(m_cell.column()).text(value);
}

QByteArray CellInspector::bytes(const json::Value &value) const
{
    const QByteArray text(value.string().data(), qsizetype(value.string().size()));
    const client::Column &column = model()->column(m_cell.column());
    // The API carries binary values as base64.
    const bool binary = column.type == "binary"_L1 || column.format == "binary"_L1;
    return binary ? QByteArray::fromBase64(text) : text;
}

} // namespace tenantry::ui
