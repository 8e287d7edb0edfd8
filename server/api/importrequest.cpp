// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/importrequest.h"

#include "core/base/ids.h"
#include "server/api/uploadform.h"
#include "server/http/bodystore.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::ImportMode;
using data::ImportRequest;
using data::TransferFormat;

/// By what is said of the file, else by its name, else by how it begins.
TransferFormat formatOf(const http::FormPart &file)
{
    if (file.contentType == "text/csv" || file.contentType == "application/json")
        return file.contentType == "text/csv" ? TransferFormat::Csv : TransferFormat::Json;
    const QString name = file.fileName.value_or(QString());
    if (name.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return TransferFormat::Csv;
    if (name.endsWith(".json"_L1, Qt::CaseInsensitive))
        return TransferFormat::Json;
    const QByteArrayView content = file.content;
    const auto first = std::find_if_not(content.begin(), content.end(),
                                        [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return first != content.end() && *first == '[' ? TransferFormat::Json : TransferFormat::Csv;
}

Result<ImportMode> modeOf(const QString &name)
{
    if (name.isEmpty() || name == "insert"_L1)
        return ImportMode::Insert;
    if (name == "upsert"_L1)
        return ImportMode::Upsert;
    if (name == "replace"_L1)
        return ImportMode::Replace;
    return failure(Error::field(u"mode"_s, u"Must be one of: insert, upsert, replace."_s));
}

/// Empty where none is given.
Result<QString> taskIdOf(const QString &text)
{
    if (!text.isEmpty() && !isUuid(text))
        return failure(Error::field(u"task_id"_s, u"Must be a UUID."_s));
    return text.toLower();
}

QStringList listed(const QString &names)
{
    QStringList list;
    for (const QString &name : names.split(u',', Qt::SkipEmptyParts))
        list.append(name.trimmed());
    return list;
}

} // namespace

Result<ImportRequest> importRequest(const CallPtr &call)
{
    const UploadForm form = TRY(UploadForm::read(*call));
    ImportRequest request;
    request.mode = TRY(modeOf(form.value(*call, u"mode"_s).value_or(QString())));
    request.uniqueFields = listed(form.value(*call, u"unique_fields"_s).value_or(QString()));
    if (!request.uniqueFields.isEmpty() && request.mode != ImportMode::Upsert)
        return failure(Error::field(u"unique_fields"_s, u"Has a meaning with mode=upsert only; leave it out."_s));
    const bool dryRun = TRY(form.flag(*call, u"dry_run"_s));
    request.run = dryRun ? data::ImportRun::DryRun : data::ImportRun::Apply;
    request.name = TRY(taskIdOf(form.value(*call, u"task_id"_s).value_or(QString())));
    request.format = formatOf(form.file);
    request.content = form.file.content;
    request.owner = call;
    request.abandoned = [hungUp = call->request.hungUp] { return hungUp && *hungUp; };
    if (const auto file = call->request.bodyFile) {
        const qsizetype before = request.content.data() - call->request.body.constData();
        request.passed = [file, before](std::size_t bytes) { file->passed(before + qint64(bytes)); };
    }
    return request;
}

} // namespace tenantry::server
