// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/uploadform.h"

#include "core/data/values/valuecodec.h"
#include "server/http/bodystore.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// Of a field that is no file.
constexpr qsizetype longestField = 64 * 1024;

} // namespace

Result<UploadForm> UploadForm::read(const Call &call)
{
    const std::shared_ptr<http::BodyFile> file = call.request.bodyFile;
    const auto passed = [file](qsizetype bytes) {
        if (file)
            file->passed(bytes);
    };
    auto reader = TRY(http::MultipartReader::of(call.request.header("Content-Type"), call.request.body, passed));
    UploadForm form;
    bool found = false;
    while (std::optional<http::FormPart> part = TRY(reader.next())) {
        if (part->name != "file"_L1) {
            form.fields[part->name] =
                QString::fromUtf8(part->content.first(std::min(part->content.size(), longestField)));
            continue;
        }
        if (std::exchange(found, true))
            return failure(Error::field(u"file"_s, u"Send one file at a time."_s));
        form.file = std::move(*part);
    }
    if (!found)
        return failure(Error::field(u"file"_s, u"Send the file as a part of the form with this name."_s));
    return form;
}

std::optional<QString> UploadForm::value(const Call &call, const QString &name) const
{
    if (const std::optional<QString> inQuery = call.query.value(name))
        return inQuery;
    const auto field = fields.find(name);
    return field == fields.end() ? std::nullopt : std::optional(field->second);
}

Result<bool> UploadForm::flag(const Call &call, const QString &name) const
{
    const std::optional<QString> text = value(call, name);
    const std::optional<bool> truth = text ? data::truthOf(*text) : false;
    if (!truth)
        return failure(Error::field(name, u"Must be true or false."_s));
    return *truth;
}

} // namespace tenantry::server
