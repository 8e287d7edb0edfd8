// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedserver.h"
#include "app/processsignal.h"
#include "ui/common/settings.h"
#include "ui/preferences/language.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>

#include <csignal>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    ProcessSignal::hold({SIGTERM, SIGINT});
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"tenantry"_s);
    QApplication::setOrganizationName(u"tenantry"_s);
    QApplication::setApplicationVersion(QStringLiteral(TENANTRY_VERSION));
    QApplication::setDesktopFileName(u"tenantry"_s);

    tenantry::ui::Settings settings;
    tenantry::ui::installLanguage(application, settings);

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "The desktop console of Tenantry."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption local(
        u"local"_s, QApplication::translate("main", "Start the local instance in this folder and show it."),
        QApplication::translate("main", "folder"));
    const QCommandLineOption remote(u"connect"_s,
                                    QApplication::translate("main", "Sign in to this server and show it."),
                                    QApplication::translate("main", "address"));
    parser.addOptions({local, remote});
    parser.process(application);

    // Closing the window stops the local instance in an orderly way.
    const ProcessSignal endAsked({SIGTERM, SIGINT}, [] { QApplication::closeAllWindows(); });
    tenantry::ui::MainWindow window([] { return std::make_unique<tenantry::console::EmbeddedServer>(); }, settings);
    window.show();
    if (parser.isSet(local))
        window.startLocal(parser.value(local));
    if (parser.isSet(remote))
        window.connectTo(parser.value(remote));
    return QApplication::exec();
}
