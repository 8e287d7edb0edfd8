// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/profile.h"

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "ui/connections/serveraddress.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr std::string_view listName = "profiles";

json::Value toJson(const Profile &profile)
{
    json::Object object;
    object.set("name", profile.name);
    object.set("group", profile.group);
    object.set("kind", profile.kind == Profile::Kind::Folder ? "folder" : "server");
    object.set("address", profile.address);
    object.set("account", profile.account);
    object.set("colour", profile.colour);
    object.set("read_only", profile.readOnly);
    return object;
}

tl::unexpected<Error> refuse(qsizetype number, const QString &reason)
{
    return failure(ErrorCode::Validation,
                   QCoreApplication::translate("Profile", "Instance %1 of the file: %2").arg(number).arg(reason));
}

Result<Profile> fromJson(const json::Value &value, qsizetype number)
{
    Profile profile;
    profile.name = value["name"].text().trimmed();
    profile.group = value["group"].text().trimmed();
    profile.address = value["address"].text().trimmed();
    profile.account = value["account"].text().trimmed();
    profile.readOnly = value["read_only"].boolean();
    const QString colour = value["colour"].text();
    profile.colour = profileColours().contains(colour) ? colour : QString();
    const std::string_view kind = value["kind"].string();
    profile.kind = kind == "folder" ? Profile::Kind::Folder : Profile::Kind::Server;
    if (kind != "folder" && kind != "server")
        return refuse(number, QCoreApplication::translate("Profile", "its kind must be \"server\" or \"folder\"."));
    if (profile.name.isEmpty() || profile.address.isEmpty())
        return refuse(number, QCoreApplication::translate("Profile", "it needs a name and an address."));
    if (profile.kind == Profile::Kind::Server) {
        const Result<QUrl> server = serverAddress(profile.address);
        if (!server)
            return refuse(number, server.error().fields.front().message);
        profile.address = server->toString();
    }
    return profile;
}

} // namespace

const QStringList &profileColours()
{
    static const QStringList colours{u"red"_s, u"orange"_s, u"green"_s, u"blue"_s, u"violet"_s, u"grey"_s};
    return colours;
}

QByteArray exportProfiles(const std::vector<Profile> &profiles)
{
    json::Array list;
    for (const Profile &profile : profiles)
        list.push_back(toJson(profile));
    json::Object file;
    file.set(listName, std::move(list));
    QByteArray text;
    json::Writer(text).value(std::move(file));
    return text + '\n';
}

Result<std::vector<Profile>> importProfiles(const QByteArray &json)
{
    const json::Value file = TRY(json::read({json.constData(), std::size_t(json.size())}));
    if (!file[listName].isArray())
        return failure(ErrorCode::Validation,
                       QCoreApplication::translate("Profile", "This is not a file of instances."));
    std::vector<Profile> profiles;
    for (const json::Value &item : file[listName].array())
        profiles.push_back(TRY(fromJson(item, qsizetype(profiles.size()) + 1)));
    return profiles;
}

} // namespace tenantry::ui
