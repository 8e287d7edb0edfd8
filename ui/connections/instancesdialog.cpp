// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/instancesdialog.h"

#include "ui/common/icons.h"
#include "ui/common/textfile.h"
#include "ui/connections/profiledialog.h"
#include "ui/connections/profilestore.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr QSize firstSize{760, 460};
}

InstancesDialog::InstancesDialog(ProfileStore &store, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_shown(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_note(new QLabel(this))
    , m_connect(new QPushButton(icon(Icon::Connect), tr("&Connect"), this))
    , m_edit(new QPushButton(tr("&Edit\u2026"), this))
    , m_copy(new QPushButton(tr("D&uplicate\u2026"), this))
    , m_remove(new QPushButton(tr("&Remove\u2026"), this))
    , m_export(new QPushButton(tr("E&xport\u2026"), this))
{
    setWindowTitle(tr("Instances"));
    m_shown->setSourceModel(&m_store);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setPlaceholderText(tr("Filter by name, group, address or account"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"profiles"_s);
    m_list->setAccessibleName(tr("Saved instances"));
    m_list->setModel(m_shown);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_note->setObjectName(u"note"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    buildLayout();

    connect(m_filter, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list, &QTreeView::activated, this, &InstancesDialog::connectToSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InstancesDialog::follow);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, changed, this, &InstancesDialog::follow);
    connect(m_shown, &QAbstractItemModel::modelReset, this, &InstancesDialog::follow);
    follow();
    m_filter->setFocus();
    resize(firstSize);
}

InstancesDialog::~InstancesDialog() = default;

void InstancesDialog::buildLayout()
{
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addWidget(buildButtons());
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    close->button(QDialogButtonBox::Close)->setIcon(QIcon()); // the style's own is of another family
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_filter);
    layout->addLayout(middle, 1);
    layout->addWidget(m_note);
    layout->addWidget(close);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProfileStore::AddressColumn, QHeaderView::Stretch);
}

QWidget *InstancesDialog::buildButtons()
{
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](QPushButton *button, auto run) {
        button->setAutoDefault(false);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, run);
    };
    add(m_connect, [this] { connectToSelected(); });
    layout->addSpacing(12);
    add(new QPushButton(icon(Icon::Add), tr("&New\u2026"), this), [this] { edit({}); });
    add(m_edit, [this] { edit(*selected()); });
    add(m_copy, [this] {
        Profile copy = *selected();
        copy.id.clear();
        copy.name = tr("%1 (copy)").arg(copy.name);
        edit(copy);
    });
    add(m_remove, [this] { remove(); });
    layout->addSpacing(12);
    add(new QPushButton(tr("&Import\u2026"), this), [this] { askWhereFrom(); });
    add(m_export, [this] { askWhereTo(); });
    layout->addStretch(1);
    m_connect->setDefault(true);
    return column;
}

void InstancesDialog::follow()
{
    const bool chosen = selected() != nullptr;
    for (QPushButton *button : {m_connect, m_edit, m_copy, m_remove}) {
        button->setEnabled(chosen);
        button->setToolTip(chosen ? QString() : tr("Select an instance in the list."));
    }
    m_export->setEnabled(!m_store.all().empty());
    m_export->setToolTip(m_export->isEnabled() ? QString() : tr("There is nothing to export yet."));
    if (m_store.isLoaded() && m_store.all().empty())
        say(tr("No instance is saved yet. Make one with New, or import a file from another console."));
    else if (m_shown->rowCount() == 0 && m_store.isLoaded())
        say(tr("Nothing matches the filter."));
    else
        say({});
}

const Profile *InstancesDialog::selected() const
{
    const QModelIndex index = m_shown->mapToSource(m_list->currentIndex());
    return index.isValid() ? &m_store.at(index.row()) : nullptr;
}

void InstancesDialog::edit(const Profile &profile)
{
    auto *dialog = new ProfileDialog(profile, m_store.groups(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const int row = m_store.rowOf(m_store.save(dialog->profile()));
        m_list->setCurrentIndex(m_shown->mapFromSource(m_store.index(row, 0)));
        m_list->setFocus();
    });
    dialog->open();
}

void InstancesDialog::remove()
{
    const Profile profile = *selected();
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Remove instance"),
        tr("Remove \u201c%1\u201d from the list? The instance itself and its data stay as they are.").arg(profile.name),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, profile](QAbstractButton *button) {
        if (box->buttonRole(button) != QMessageBox::DestructiveRole)
            return;
        m_store.remove(profile.id);
        emit removed(profile);
    });
    box->open();
}

void InstancesDialog::connectToSelected()
{
    if (!selected())
        return;
    const Profile profile = *selected();
    accept();
    emit connectWanted(profile);
}

void InstancesDialog::askWhereTo()
{
    auto *dialog =
        new QFileDialog(this, tr("Export instances"), u"tenantry-instances.json"_s, tr("JSON files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &InstancesDialog::exportTo);
    dialog->open();
}

void InstancesDialog::askWhereFrom()
{
    auto *dialog = new QFileDialog(this, tr("Import instances"), {}, tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &InstancesDialog::importFrom);
    dialog->open();
}

void InstancesDialog::exportTo(const QString &path)
{
    writeTextFile(path, exportProfiles(m_store.all()), this, [this](Result<void> written) {
        say(written ? tr("%n instance(s) exported, without passwords.", nullptr, int(m_store.all().size()))
                    : written.error().message);
    });
}

void InstancesDialog::importFrom(const QString &path)
{
    readTextFile(path, this, [this](Result<QByteArray> text) {
        const auto profiles = text ? importProfiles(*text) : Result<std::vector<Profile>>(failure(text.error()));
        if (!profiles)
            return say(profiles.error().message);
        int added = 0;
        for (const Profile &profile : *profiles) {
            const auto isSame = [&profile](Profile known) {
                known.id.clear();
                return known == profile;
            };
            if (std::ranges::any_of(m_store.all(), isSame))
                continue;
            m_store.save(profile);
            ++added;
        }
        say(tr("%n instance(s) imported.", nullptr, added));
    });
}

void InstancesDialog::say(const QString &message)
{
    m_note->setText(message);
    m_note->setVisible(!message.isEmpty());
}

} // namespace tenantry::ui
