// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "ui/common/elidedbutton.h"
#include "ui/connections/connectionmark.h"
#include "ui/dialogs/apidescription.h"
#include "ui/messages/severity.h"
#include "ui/tasks/tasklist.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr std::chrono::seconds messageTime{12};
constexpr int copiedMs = 2'000;
constexpr auto fieldProperty = "tenantryField";

} // namespace

StatusLine::StatusLine(const TaskList &tasks, const MessageLog &messages, QWidget *parent)
    : QStatusBar(parent)
    , m_state(new ElidedButton(this))
    , m_address(addCopied(tr("Address of the server"), u"statusAddress"_s))
    , m_account(addCopied(tr("Account"), u"statusAccount"_s))
    , m_version(addCopied({}, u"statusVersion"_s))
    , m_message(new ElidedButton(this))
    , m_tasks(new ElidedButton(this))
{
    setSizeGripEnabled(false);
    m_state->setObjectName(u"statusConnection"_s);
    m_message->setObjectName(u"statusMessage"_s);
    m_tasks->setObjectName(u"statusTasks"_s);
    m_tasks->setIcon(icon(Icon::Tasks));
    m_tasks->setToolTip(tr("Show the tasks."));
    for (ElidedButton *field : {m_state, m_address, m_account, m_version})
        addWidget(field);
    addWidget(m_message, 1);
    addPermanentWidget(m_tasks);
    m_messageEnds.setSingleShot(true);
    connect(&m_messageEnds, &QTimer::timeout, m_message, &QWidget::hide);
    connect(m_state, &QToolButton::clicked, this, [this] {
        if (m_instance)
            m_instance->connection().retryNow();
    });
    connect(m_message, &QToolButton::clicked, this, &StatusLine::messagesWanted);
    connect(m_tasks, &QToolButton::clicked, this, &StatusLine::tasksWanted);
    connect(&messages, &MessageLog::added, this, &StatusLine::showLatest);
    connect(&tasks, &TaskList::runningChanged, this, &StatusLine::showTasks);
    m_message->hide();
    showTasks(tasks.runningCount());
    follow(nullptr);
}

ElidedButton *StatusLine::addCopied(const QString &name, const QString &objectName)
{
    auto *field = new ElidedButton(this);
    field->setObjectName(objectName);
    field->setProperty(fieldProperty, name);
    connect(field, &QToolButton::clicked, this, [this, field] { copy(*field); });
    return field;
}

void StatusLine::copy(const ElidedButton &field)
{
    QGuiApplication::clipboard()->setText(field.text());
    showMessage(tr("Copied: %1").arg(field.text()), copiedMs);
}

void StatusLine::follow(Instance *instance)
{
    const bool isOther = m_instance != instance;
    if (isOther && m_instance)
        m_instance->connection().disconnect(this);
    if (isOther)
        m_description.clear();
    m_instance = instance;
    if (isOther && instance) {
        connect(&instance->connection(), &Connection::stateChanged, this, &StatusLine::showConnection);
        connect(&instance->connection(), &Connection::countdownChanged, this, &StatusLine::showConnection);
        m_description = &ApiDescription::of(instance->api());
        connect(m_description, &ApiDescription::arrived, this, &StatusLine::showVersion);
    }
    showConnection();
    showVersion();
}

void StatusLine::showConnection()
{
    const auto set = [](ElidedButton *field, const QString &text) {
        const QString name = field->property(fieldProperty).toString();
        field->setText(text);
        field->setVisible(!text.isEmpty());
        field->setToolTip(tr("%1: %2\nA click copies it.").arg(name, text));
        field->setAccessibleName(tr("%1: %2").arg(name, text));
    };
    set(m_address, m_instance ? m_instance->api().server().toString() : QString());
    set(m_account, m_instance ? m_instance->api().account() : QString());
    if (!m_instance) {
        m_state->setIcon(icon(Icon::Disconnect));
        m_state->setText(tr("Not connected"));
        m_state->setToolTip(tr("Connect to a server, or start a local instance."));
        return;
    }
    const Connection &connection = m_instance->connection();
    const ConnectionMark mark = ConnectionMark::of(connection, palette());
    m_state->setIcon(icon(mark.icon, mark.colour));
    m_state->setText(mark.word);
    m_state->setToolTip(connection.state() == Connection::State::Connected
                            ? mark.sentence
                            : tr("%1\nA click asks the server now.").arg(mark.sentence));
}

void StatusLine::showVersion()
{
    const QString version = m_description ? m_description->info()["version"].text() : QString();
    m_version->setText(tr("Version %1").arg(version));
    m_version->setVisible(!version.isEmpty());
    m_version->setToolTip(tr("Version of the server.\nA click copies it."));
}

void StatusLine::showLatest(const Message &message)
{
    m_message->setIcon(icon(severityIcon(message.severity)));
    m_message->setText(message.instance.isEmpty() ? message.text : tr("%1: %2").arg(message.instance, message.text));
    m_message->setToolTip(tr("%1\nA click shows all messages.").arg(m_message->text()));
    m_message->setAccessibleName(tr("%1: %2").arg(severityWord(message.severity), m_message->text()));
    m_message->show();
    m_messageEnds.start(messageTime);
}

void StatusLine::showTasks(int running)
{
    m_tasks->setText(tr("%n tasks running", nullptr, running));
    m_tasks->setVisible(running > 0);
}

} // namespace tenantry::ui
