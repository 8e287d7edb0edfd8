// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datatable/celldelegate.h"

#include "ui/datatable/changemark.h"
#include "ui/datatable/editmodel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int linesOfTextEditor = 5;

QComboBox *booleanEditor(QWidget *parent)
{
    auto *editor = new QComboBox(parent);
    editor->addItem(u"NULL"_s, QString());
    editor->addItem(u"true"_s, u"true"_s);
    editor->addItem(u"false"_s, u"false"_s);
    return editor;
}

QLineEdit *lineEditor(QWidget *parent, const CellInput &input, const QModelIndex &index)
{
    auto *editor = new QLineEdit(parent);
    editor->setFrame(false);
    const bool null = index.data(RowModel::NullRole).toBool();
    editor->setPlaceholderText(input.hint().isEmpty() && null ? u"NULL"_s : input.hint());
    editor->setAlignment(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignHorizontal_Mask);
    return editor;
}

} // namespace

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Data has a direction of its own; the parts of a time would otherwise change places.
    if (option->direction == Qt::RightToLeft)
        option->text = u"\u2068"_s + option->text + u"\u2069"_s;
    const QVariant change = index.data(EditModel::ChangeRole);
    if (change.isValid()) {
        const auto kind = RowChange::Kind(change.toInt());
        option->font.setStrikeOut(kind == RowChange::Kind::Removed);
        option->font.setBold(index.data(EditModel::EditedRole).toBool());
        if (kind != RowChange::Kind::Changed || index.data(EditModel::EditedRole).toBool())
            option->backgroundBrush = ChangeMark::background(kind, option->palette);
    }
    const bool null = index.data(RowModel::NullRole).toBool();
    if (!null && !index.data(RowModel::AbsentRole).toBool())
        return;
    option->font.setItalic(null);
    option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.data(EditModel::ProblemRole).toString().isEmpty())
        return;
    painter->save();
    painter->setPen(QPen(ChangeMark::problem(option.palette), 2));
    painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    painter->restore();
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const EditModel *>(index.model());
    if (!model)
        return nullptr;
    const CellInput &input = model->input(index.column());
    QWidget *editor = nullptr;
    if (input.kind() == CellInput::Kind::Boolean)
        editor = booleanEditor(parent);
    else if (index.data(Qt::EditRole).toString().contains(u'\n'))
        editor = new QPlainTextEdit(parent);
    else
        editor = lineEditor(parent, input, index);
    editor->setAutoFillBackground(true);
    editor->setAccessibleName(model->column(index.column()).name);
    const QPersistentModelIndex cell(index);
    if (const auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::textEdited, this, [this, cell](const QString &text) { emit typed(cell, text); });
    else if (const auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        connect(lines, &QPlainTextEdit::textChanged, this,
                [this, cell, lines] { emit typed(cell, lines->toPlainText()); });
    return editor;
}

void CellDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    QStyledItemDelegate::destroyEditor(editor, index);
    emit ended();
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(std::max(0, choice->findData(text)));
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        lines->setPlainText(text);
    else if (auto *line = qobject_cast<QLineEdit *>(editor); line && line->text() != text)
        line->setText(text);
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData());
    else if (const auto *lines = qobject_cast<QPlainTextEdit *>(editor))
        model->setData(index, lines->toPlainText());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor); line && line->isModified())
        model->setData(index, line->text());
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    if (qobject_cast<QPlainTextEdit *>(editor))
        editor->resize(editor->width(), option.fontMetrics.lineSpacing() * linesOfTextEditor);
}

} // namespace tenantry::ui
