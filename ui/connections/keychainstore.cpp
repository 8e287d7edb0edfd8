// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/keychainstore.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString service = u"tenantry"_s;

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
        return Error::make(ErrorCode::Unavailable, KeychainStore::tr("No keychain answers on this computer."));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error::make(ErrorCode::Forbidden, KeychainStore::tr("The keychain was not opened."));
    default:
        return Error::make(ErrorCode::Unavailable, KeychainStore::tr("The keychain failed: %1").arg(job.errorString()));
    }
}

/// `answer` makes the value of a job that ended well.
template<class T, class Job, class F>
client::Reply<T> run(Job *job, const QString &key, QObject *guard, F answer)
{
    client::ReplySource<T> source;
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, guard, [source, job, answer] {
        const bool absent = job->error() == QKeychain::EntryNotFound;
        if (job->error() == QKeychain::NoError || absent)
            source.settle(answer(*job, absent));
        else
            source.settle(failure(errorOf(*job)));
    });
    job->start(); // and ends itself
    return source.reply();
}

Result<void> done(const QKeychain::Job &, bool)
{
    return {};
}

} // namespace

client::Reply<std::optional<QString>> KeychainStore::read(const QString &key)
{
    return run<std::optional<QString>>(
        new QKeychain::ReadPasswordJob(service, this), key, this,
        [](const QKeychain::ReadPasswordJob &job, bool absent) -> Result<std::optional<QString>> {
            return absent ? std::nullopt : std::optional(job.textData());
        });
}

client::Reply<void> KeychainStore::write(const QString &key, const QString &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setTextData(secret);
    return run<void>(job, key, this, &done);
}

client::Reply<void> KeychainStore::remove(const QString &key)
{
    return run<void>(new QKeychain::DeletePasswordJob(service, this), key, this, &done);
}

} // namespace tenantry::ui
