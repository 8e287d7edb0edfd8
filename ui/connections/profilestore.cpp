// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/profilestore.h"

#include "ui/common/icons.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QGuiApplication>
#include <QPalette>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

bool comesBefore(const Profile &one, const Profile &other)
{
    const int groups = QString::localeAwareCompare(one.group, other.group);
    return groups != 0 ? groups < 0 : QString::localeAwareCompare(one.name, other.name) < 0;
}

std::vector<Profile> readAll(QSqlDatabase &database)
{
    std::vector<Profile> profiles;
    QSqlQuery query(u"SELECT id, name, category, kind, address, account, colour, read_only FROM profiles"_s, database);
    while (query.next()) {
        const auto text = [&query](int column) { return query.value(column).toString(); };
        profiles.push_back({text(0), text(1), text(2),
                            text(3) == "folder"_L1 ? Profile::Kind::Folder : Profile::Kind::Server, text(4), text(5),
                            text(6), query.value(7).toBool()});
    }
    std::ranges::sort(profiles, comesBefore);
    return profiles;
}

} // namespace

ProfileStore::ProfileStore(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    m_workspace.ask<std::vector<Profile>>(readAll, this, [this](std::vector<Profile> profiles) {
        beginResetModel();
        m_profiles = std::move(profiles);
        m_loaded = true;
        endResetModel();
        emit loaded();
    });
}

ProfileStore::~ProfileStore() = default;

int ProfileStore::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_profiles.size());
}

int ProfileStore::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProfileStore::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Profile &profile = at(index.row());
    if (role == Qt::DecorationRole && index.column() == NameColumn) {
        const QColor colour = profileColour(profile.colour, QGuiApplication::palette());
        const Icon picture = profile.kind == Profile::Kind::Folder ? Icon::Local : Icon::Server;
        return colour.isValid() ? icon(picture, colour) : icon(picture);
    }
    if (role == Qt::ToolTipRole && index.column() == NameColumn && !profile.colour.isEmpty())
        return tr("Colour: %1").arg(profileColourName(profile.colour));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return profile.name;
    case GroupColumn:
        return profile.group;
    case AddressColumn:
        return profile.kind == Profile::Kind::Folder ? QDir::toNativeSeparators(profile.address) : profile.address;
    case AccountColumn:
        return profile.account;
    case UseColumn:
        return profile.readOnly ? tr("Read-only") : QString();
    default:
        return {};
    }
}

QVariant ProfileStore::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case GroupColumn:
        return tr("Group");
    case AddressColumn:
        return tr("Address or folder");
    case AccountColumn:
        return tr("Account");
    case UseColumn:
        return tr("Use");
    default:
        return {};
    }
}

int ProfileStore::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_profiles, id, &Profile::id);
    return found == m_profiles.end() ? -1 : int(found - m_profiles.begin());
}

QStringList ProfileStore::groups() const
{
    QStringList groups;
    for (const Profile &profile : m_profiles) {
        if (!profile.group.isEmpty() && !groups.contains(profile.group))
            groups.append(profile.group);
    }
    return groups;
}

QString ProfileStore::save(Profile profile)
{
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString id = profile.id;
    write(profile);
    if (const int row = rowOf(id); row >= 0)
        erase(row);
    insert(std::move(profile));
    return id;
}

void ProfileStore::remove(const QString &id)
{
    if (const int row = rowOf(id); row >= 0)
        erase(row);
    m_workspace.run([id](QSqlDatabase &database) {
        QSqlQuery query(database);
        query.prepare(u"DELETE FROM profiles WHERE id = ?"_s);
        query.addBindValue(id);
        query.exec();
    });
}

void ProfileStore::insert(Profile profile)
{
    const auto place = std::ranges::upper_bound(m_profiles, profile, comesBefore);
    const int row = int(place - m_profiles.begin());
    beginInsertRows({}, row, row);
    m_profiles.insert(place, std::move(profile));
    endInsertRows();
}

void ProfileStore::erase(int row)
{
    beginRemoveRows({}, row, row);
    m_profiles.erase(m_profiles.begin() + row);
    endRemoveRows();
}

void ProfileStore::write(const Profile &profile)
{
    m_workspace.run([profile](QSqlDatabase &database) {
        QSqlQuery query(database);
        query.prepare(u"INSERT OR REPLACE INTO profiles (id, name, category, kind, address, account, colour, "
                      "read_only) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
        const QString kind = profile.kind == Profile::Kind::Folder ? u"folder"_s : u"server"_s;
        const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
        for (const QVariant &value : {QVariant(profile.id), QVariant(text(profile.name)), QVariant(text(profile.group)),
                                      QVariant(kind), QVariant(text(profile.address)), QVariant(text(profile.account)),
                                      QVariant(text(profile.colour)), QVariant(profile.readOnly)})
            query.addBindValue(value);
        query.exec();
    });
}

QColor profileColour(const QString &name, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    struct Shades
    {
        QLatin1StringView name;
        QRgb onLight;
        QRgb onDark;
    };
    static constexpr Shades shades[] = {
        {"red"_L1, 0xffb3261e, 0xffff8a80},    {"orange"_L1, 0xff9a5b00, 0xffffb74d},
        {"green"_L1, 0xff2e7d32, 0xff81c784},  {"blue"_L1, 0xff1565c0, 0xff82b1ff},
        {"violet"_L1, 0xff6a1b9a, 0xffce93d8}, {"grey"_L1, 0xff5f6368, 0xffb0b6bc},
    };
    const auto found = std::ranges::find(shades, name, &Shades::name);
    return found == std::end(shades) ? QColor() : QColor(dark ? found->onDark : found->onLight);
}

QString profileColourName(const QString &name)
{
    if (name == "red"_L1)
        return ProfileStore::tr("Red");
    if (name == "orange"_L1)
        return ProfileStore::tr("Orange");
    if (name == "green"_L1)
        return ProfileStore::tr("Green");
    if (name == "blue"_L1)
        return ProfileStore::tr("Blue");
    if (name == "violet"_L1)
        return ProfileStore::tr("Violet");
    if (name == "grey"_L1)
        return ProfileStore::tr("Grey");
    return ProfileStore::tr("None");
}

} // namespace tenantry::ui
