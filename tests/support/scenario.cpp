// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

/// Reads a script line by line.
class ScenarioReader
{
public:
    explicit ScenarioReader(const QString &text)
        : m_lines(text.split(u'\n'))
    {
    }

    Result<Scenario> read()
    {
        Scenario scenario;
        while (skipToStep()) {
            if (current().startsWith("setting "_L1))
                scenario.settings.push_back(TRY(setting()));
            else
                scenario.steps.push_back(TRY(step()));
        }
        return scenario;
    }

private:
    bool atEnd() const { return m_next >= m_lines.size(); }
    QString current() const { return m_lines[m_next].trimmed(); }
    bool isBetween() const { return current().isEmpty() || current().startsWith(u'#'); }

    bool skipToStep()
    {
        while (!atEnd() && isBetween())
            ++m_next;
        return !atEnd();
    }

    tl::unexpected<Error> wrong(const QString &what) const
    {
        return failure(ErrorCode::BadRequest, u"line %1: %2"_s.arg(m_next + 1).arg(what));
    }

    Result<std::pair<QString, QString>> setting()
    {
        const QString text = current().mid(8);
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            return wrong(u"a setting is NAME=VALUE"_s);
        ++m_next;
        return std::pair(text.first(equals), text.mid(equals + 1));
    }

    Result<ScenarioStep> step()
    {
        static const QRegularExpression request(u"^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\\s+(\\S+)$"_s);
        ScenarioStep step;
        step.line = int(m_next) + 1;
        if (current() == "RESTART"_L1) {
            step.method = current();
            ++m_next;
            return step;
        }
        if (current().startsWith("GRANT "_L1)) {
            step.method = u"GRANT"_s;
            step.target = current().mid(6);
            if (step.target.split(u' ').size() != 3)
                return wrong(u"a grant is GRANT USER SITE PERMISSION"_s);
            ++m_next;
            return step;
        }
        if (current().startsWith("SQL "_L1)) {
            step.method = u"SQL"_s;
            step.target = current().mid(4);
            if (!step.target.contains(u' '))
                return wrong(u"a change behind the server's back is SQL SITE STATEMENT"_s);
            ++m_next;
            return step;
        }
        const QRegularExpressionMatch match = request.match(current());
        if (!match.hasMatch())
            return wrong(u"a request such as GET /path/ is expected"_s);
        step.method = match.captured(1);
        step.target = match.captured(2);
        ++m_next;
        readHeaders(step);
        readBody(step);
        TRY(readStatus(step));
        while (!atEnd() && !current().isEmpty()) {
            if (!current().startsWith(u'#'))
                step.checks.push_back(TRY(check()));
            ++m_next;
        }
        return step;
    }

    void readHeaders(ScenarioStep &step)
    {
        static const QRegularExpression header(u"^([A-Za-z][A-Za-z0-9-]*):\\s*(.*)$"_s);
        for (; !atEnd(); ++m_next) {
            const QRegularExpressionMatch match = header.match(current());
            if (!match.hasMatch())
                return;
            step.headers.emplace_back(match.captured(1), match.captured(2));
        }
    }

    void readBody(ScenarioStep &step)
    {
        QStringList lines;
        for (; !atEnd() && !current().startsWith("=>"_L1); ++m_next)
            lines.append(m_lines[m_next]);
        step.body = lines.join(u'\n').trimmed();
    }

    Result<void> readStatus(ScenarioStep &step)
    {
        if (atEnd())
            return wrong(u"the request of line %1 has no => STATUS"_s.arg(step.line));
        bool number = false;
        step.status = current().mid(2).trimmed().toInt(&number);
        if (!number)
            return wrong(u"=> is followed by a status"_s);
        ++m_next;
        return {};
    }

    Result<ScenarioCheck> check()
    {
        using Kind = ScenarioCheck::Kind;
        struct Form
        {
            QLatin1StringView pattern;
            Kind kind;
        };
        // In each form the first group is the subject and the last what is expected.
        static constexpr Form forms[] = {
            {"^()contains (.+)$"_L1, Kind::Contains},
            {"^()lacks (.+)$"_L1, Kind::Lacks},
            {"^()body (.+)$"_L1, Kind::Body},
            {"^at (\\S+) =\\s*(.+)$"_L1, Kind::Equals},
            {"^at (\\S+) (absent)$"_L1, Kind::Absent},
            {"^at (\\S+) size (\\d+)$"_L1, Kind::Size},
            {"^at (\\S+) matches (.+)$"_L1, Kind::Matches},
            {"^header (\\S+) = (.+)$"_L1, Kind::HeaderIs},
            {"^header (\\S+) matches (.+)$"_L1, Kind::HeaderMatches},
            {"^header (\\S+) (absent)$"_L1, Kind::NoHeader},
            {"^capture (\\w+) = header (\\S+)$"_L1, Kind::CaptureHeader},
            {"^capture (\\w+) = mail (\\S+ .+)$"_L1, Kind::CaptureMail},
            {"^()no mail (\\S+)$"_L1, Kind::NoMail},
            {"^capture (\\w+) = (\\S+)$"_L1, Kind::Capture},
        };
        for (const Form &form : forms) {
            const QRegularExpressionMatch match = QRegularExpression(form.pattern).match(current());
            if (match.hasMatch())
                return ScenarioCheck{form.kind, match.captured(1), match.captured(2), int(m_next) + 1};
        }
        return wrong(u"there is no such check: "_s + current());
    }

    const QStringList m_lines;
    qsizetype m_next = 0;
};

} // namespace

Result<Scenario> Scenario::parse(const QString &text)
{
    return ScenarioReader(text).read();
}

} // namespace tenantry::test
