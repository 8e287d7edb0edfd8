// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demoloader.h"

#include "core/base/aside.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::demo {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Demo", text);
}

Error cancelled()
{
    return Error::make(ErrorCode::Cancelled,
                       translated(QT_TRANSLATE_NOOP("Demo", "The demo was not loaded: it was cancelled.")));
}

} // namespace

DemoLoader::DemoLoader(client::Api &api, Watch watch, Done done, QObject *parent)
    : QObject(parent)
    , m_plan(api)
    , m_watch(std::move(watch))
    , m_done(std::move(done))
{
}

void DemoLoader::start()
{
    m_watch({0, 0, translated(QT_TRANSLATE_NOOP("Demo", "Looking whether the demo is there"))});
    m_plan.state().then(this, [this](const Result<DemoPlan::State> &state) { begin(state); });
}

void DemoLoader::cancel()
{
    m_cancelled = true;
}

void DemoLoader::begin(const Result<DemoPlan::State> &state)
{
    if (!state)
        return m_done(failure(state.error()));
    if (m_cancelled)
        return m_done(failure(cancelled()));
    switch (*state) {
    case DemoPlan::State::Absent:
        return load();
    case DemoPlan::State::Unfinished:
        return remove([this](const Result<void> &removed) {
            if (removed)
                load();
            else
                m_done(removed);
        });
    case DemoPlan::State::Complete:
        return m_done(failure(Error::make(
            ErrorCode::Conflict,
            translated(QT_TRANSLATE_NOOP("Demo", "The demo is there already, as the organization Acme (demo).")),
            translated(QT_TRANSLATE_NOOP(
                "Demo", "To have it as it was at first, delete its sites and the organization, and load it again.")))));
    case DemoPlan::State::Foreign:
        return m_done(failure(Error::make(
            ErrorCode::Conflict,
            translated(QT_TRANSLATE_NOOP("Demo", "An organization that is not the demo has the address %1."))
                .arg(DemoPlan::organization),
            translated(QT_TRANSLATE_NOOP("Demo", "Nothing was changed. Load the demo into another instance.")))));
    }
}

void DemoLoader::load()
{
    // Thousands of rows are made up here.
    using Steps = std::vector<DemoStep>;
    Aside<Steps>::run([plan = m_plan] { return plan.loading(); }, this,
                      [this](Steps steps) {
                          run(std::move(steps), [this](const Result<void> &loaded) {
                              if (loaded)
                                  m_done(loaded);
                              else
                                  giveUp(loaded.error());
                          });
                      });
}

void DemoLoader::giveUp(const Error &reason)
{
    remove([this, reason](const Result<void> &removed) {
        if (removed)
            return m_done(failure(reason));
        m_done(failure(Error::make(
            reason.code, reason.message,
            translated(QT_TRANSLATE_NOOP("Demo",
                                         "What was made so far could not be removed. It is called unfinished; loading "
                                         "again removes it first.")))));
    });
}

void DemoLoader::remove(std::function<void(const Result<void> &)> then)
{
    m_removing = true;
    m_plan.removal().then(this, [this, then = std::move(then)](Result<std::vector<DemoStep>> steps) {
        const auto removed = [this, then](const Result<void> &result) {
            m_removing = false;
            then(result);
        };
        if (!steps)
            return removed(steps.error().code == ErrorCode::NotFound ? Result<void>() : failure(steps.error()));
        run(std::move(*steps), removed);
    });
}

void DemoLoader::run(std::vector<DemoStep> steps, std::function<void(const Result<void> &)> then)
{
    m_steps = std::move(steps);
    m_afterSteps = std::move(then);
    next(0);
}

void DemoLoader::next(std::size_t index)
{
    // What comes after may run other steps.
    const auto end = [this](const Result<void> &result) { std::exchange(m_afterSteps, nullptr)(result); };
    if (m_cancelled && !m_removing)
        return end(failure(cancelled()));
    if (index == m_steps.size())
        return end({});
    m_watch({int(index), int(m_steps.size()), m_steps[index].what});
    m_steps[index].run().then(this, [this, index, end](const Result<json::Value> &answer) {
        if (!answer)
            return end(failure(answer.error()));
        next(index + 1);
    });
}

} // namespace tenantry::demo
