// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/instancepage.h"

#include "core/mail/foldercarrier.h"
#include "ui/common/fontscale.h"
#include "ui/connections/connectionmark.h"
#include "ui/connections/instance.h"
#include "ui/connections/logpanel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int margin = 24;
constexpr int noteColumns = 80;
constexpr QSize markSize{16, 16};

/// With a shortcut to what it names, for those who use the keyboard.
QLabel *caption(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

} // namespace

InstancePage::InstancePage(NodePath path, ActionRegistry &actions, QWidget *parent)
    : TabPage(std::move(path), actions, parent)
    , m_instance(*this->path().instance)
    , m_stateIcon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_retry(new QPushButton(ui::icon(Icon::Refresh), tr("&Try again"), this))
{
    m_state->setObjectName(u"connectionState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_retry->setObjectName(u"retryConnection"_s);
    column()->setContentsMargins(margin, margin, margin, margin);
    column()->setSpacing(margin / 2);
    auto *heading = new QLabel(title(), this);
    makeHeading(heading, 1.4);
    heading->setTextFormat(Qt::PlainText);
    column()->addWidget(heading);
    auto *state = new QHBoxLayout;
    state->addWidget(m_stateIcon);
    state->addWidget(m_state, 1);
    state->addWidget(m_retry);
    column()->addLayout(state);
    column()->addWidget(buildFacts());
    column()->addWidget(buildButtons());
    addLog();
    connect(m_retry, &QPushButton::clicked, this, &InstancePage::reload);
    connect(&m_instance.connection(), &Connection::stateChanged, this, &InstancePage::showConnection);
    connect(&m_instance.connection(), &Connection::countdownChanged, this, &InstancePage::showConnection);
    showConnection();
}

InstancePage::~InstancePage() = default;

Icon InstancePage::icon() const
{
    return m_instance.isLocal() ? Icon::Local : Icon::Server;
}

void InstancePage::reload()
{
    m_instance.connection().retryNow();
}

QWidget *InstancePage::buildFacts()
{
    auto *box = new QWidget(this);
    auto *facts = new QFormLayout(box);
    facts->setContentsMargins(0, 0, 0, 0);
    addFact(facts, tr("Address"), m_instance.api().server().toString(), u"address"_s);
    addFact(facts, tr("Account"), m_instance.api().account(), u"account"_s);
    if (m_instance.isLocal())
        addFolders(facts);
    if (m_instance.api().use() == client::Api::Use::ReadOnly)
        facts->addRow(tr("Use"), new QLabel(tr("Read-only: nothing can be changed there from this console."), box));
    return box;
}

void InstancePage::addFolders(QFormLayout *facts)
{
    addFact(facts, tr("Folder"), QDir::toNativeSeparators(m_instance.folder()), u"folder"_s);
    const QString outbox = mail::FolderCarrier::folderIn(m_instance.folder());
    addFact(facts, tr("Outbox"), QDir::toNativeSeparators(outbox), u"outbox"_s);
    auto *note =
        new QLabel(tr("No mail leaves this computer: each becomes a file in the outbox, for you to read."), this);
    note->setWordWrap(true);
    note->setMinimumWidth(note->fontMetrics().averageCharWidth() * noteColumns); // one line where there is room
    facts->addRow(QString(), note);
}

void InstancePage::addFact(QFormLayout *facts, const QString &label, const QString &text, const QString &name)
{
    auto *value = new QLabel(text, this);
    value->setObjectName(name);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = new QToolButton(this);
    copy->setObjectName(name + u"Copy"_s);
    copy->setIcon(ui::icon(Icon::Copy));
    copy->setAutoRaise(true);
    copy->setFocusPolicy(Qt::StrongFocus);
    copy->setToolTip(tr("Copy: %1").arg(text));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    auto *row = new QHBoxLayout;
    row->addWidget(value);
    row->addWidget(copy);
    row->addStretch(1);
    facts->addRow(caption(label, copy, this), row);
}

QWidget *InstancePage::buildButtons()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    const bool local = m_instance.isLocal();
    auto *end = new QPushButton(ui::icon(local ? Icon::Quit : Icon::Disconnect),
                                local ? tr("&Stop this instance") : tr("&Disconnect"), box);
    end->setObjectName(u"endInstance"_s);
    end->setToolTip(local ? tr("Its data stays in the folder. Changes nobody has sent yet stay in the console.")
                          : tr("Changes nobody has sent yet stay in the console."));
    connect(end, &QPushButton::clicked, this, &InstancePage::endWanted);
    layout->addWidget(end);
    layout->addStretch(1);
    setFocusProxy(end);
    return box;
}

void InstancePage::addLog()
{
    if (!m_instance.log()) {
        column()->addStretch(1);
        return;
    }
    auto *log = new LogPanel(m_instance.log(), this);
    log->setObjectName(u"serverLog"_s);
    column()->addWidget(caption(tr("&Log of the server"), log, this));
    column()->addWidget(log, 1);
}

void InstancePage::showConnection()
{
    const Connection &connection = m_instance.connection();
    const ConnectionMark mark = ConnectionMark::of(connection, palette());
    m_stateIcon->setPixmap(ui::icon(mark.icon, mark.colour).pixmap(markSize, devicePixelRatio()));
    m_state->setText(mark.sentence);
    m_retry->setVisible(connection.state() != Connection::State::Connected);
    m_retry->setEnabled(!connection.isTrying());
}

} // namespace tenantry::ui
