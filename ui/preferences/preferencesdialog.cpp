// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "ui/common/zoom.h"
#include "ui/connections/passwordkeeper.h"
#include "ui/preferences/language.h"
#include "ui/preferences/preferences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int hintColumns = 60;
constexpr int rowSpacing = 10;

QLabel *hint(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * hintColumns);
    return label;
}

void select(QComboBox &box, const QVariant &value)
{
    box.setCurrentIndex(box.findData(value));
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences &preferences, PasswordKeeper &passwords, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_passwords(passwords)
    , m_appearance(new QComboBox(this))
    , m_textSize(new QSpinBox(this))
    , m_language(new QComboBox(this))
    , m_tabs(new QCheckBox(tr("O&pen the tabs of last time at the start"), this))
    , m_place(new QComboBox(this))
{
    setWindowTitle(tr("Preferences"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(rowSpacing);
    addLooks(*form);
    addBehaviour(*form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this);
    QPushButton *defaults = buttons->button(QDialogButtonBox::RestoreDefaults);
    defaults->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon()); // the style's own is of another family
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * rowSpacing);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(defaults, &QPushButton::clicked, &m_preferences, &Preferences::reset);
    connect(&m_preferences, &Preferences::changed, this, &PreferencesDialog::follow);
    connect(&m_passwords, &PasswordKeeper::placeChanged, this, &PreferencesDialog::follow);
    follow();
    m_appearance->setFocus();
}

void PreferencesDialog::addLooks(QFormLayout &form)
{
    m_appearance->setObjectName(u"appearance"_s);
    m_appearance->addItem(tr("As the system"), int(Appearance::System));
    m_appearance->addItem(tr("Light"), int(Appearance::Light));
    m_appearance->addItem(tr("Dark"), int(Appearance::Dark));
    m_textSize->setObjectName(u"textSize"_s);
    m_textSize->setRange(Zoom::smallest, Zoom::largest);
    m_textSize->setSingleStep(Zoom::step);
    m_textSize->setSuffix(tr(" %"));
    m_textSize->setKeyboardTracking(false); // half a number is not a size
    m_language->setObjectName(u"language"_s);
    for (const Language &language : languages())
        m_language->addItem(language.name, language.code);
    form.addRow(tr("&Appearance:"), m_appearance);
    form.addRow(tr("&Text size:"), m_textSize);
    form.addRow(tr("&Language:"), m_language);
    form.addRow(QString(), hint(tr("Another language is used from the next start on."), this));
    connect(m_appearance, &QComboBox::activated, this,
            [this] { m_preferences.setAppearance(Appearance(m_appearance->currentData().toInt())); });
    connect(m_textSize, &QSpinBox::valueChanged, &m_preferences, &Preferences::setTextSize);
    connect(m_language, &QComboBox::activated, this,
            [this] { m_preferences.setLanguage(m_language->currentData().toString()); });
}

void PreferencesDialog::addBehaviour(QFormLayout &form)
{
    m_tabs->setObjectName(u"restoreTabs"_s);
    m_place->setObjectName(u"passwordPlace"_s);
    m_place->addItem(tr("In the keychain, or ask when there is none"), int(PasswordPlace::Undecided));
    m_place->addItem(tr("In the keychain"), int(PasswordPlace::Keychain));
    m_place->addItem(tr("In an encrypted file, opened with a passphrase"), int(PasswordPlace::File));
    m_place->addItem(tr("Nowhere: ask each time"), int(PasswordPlace::Nowhere));
    form.addRow(QString(), m_tabs);
    form.addRow(QString(), hint(tr("They are shown, and nothing is asked of a server until you load them."), this));
    form.addRow(tr("&Keep passwords:"), m_place);
    form.addRow(QString(), hint(tr("Passwords that are kept already stay where they are."), this));
    connect(m_tabs, &QCheckBox::clicked, &m_preferences, &Preferences::setRestoresTabs);
    connect(m_place, &QComboBox::activated, this,
            [this] { m_passwords.setPlace(PasswordPlace(m_place->currentData().toInt())); });
}

void PreferencesDialog::follow()
{
    select(*m_appearance, int(m_preferences.appearance()));
    m_textSize->setValue(m_preferences.textSize());
    select(*m_language, m_preferences.language());
    m_tabs->setChecked(m_preferences.restoresTabs());
    select(*m_place, int(m_passwords.place()));
}

} // namespace tenantry::ui
