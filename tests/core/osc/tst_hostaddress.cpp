// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/osc/hostaddress.h"
#include "tests/support/testclass.h"

#include <QTest>

using namespace clipdeck;
using Kind = HostAddress::Kind;

class TestHostAddress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typed_data();
    void typed();
    void ofAName_data();
    void ofAName();
};

void TestHostAddress::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *text, Kind kind, const char *address = "") {
        QTest::newRow(text) << QString::fromLatin1(text) << kind << QString::fromLatin1(address);
    };
    row("127.0.0.1", Kind::Ipv4, "127.0.0.1");
    row(" 192.168.1.20 ", Kind::Ipv4, "192.168.1.20");
    row("0.0.0.0", Kind::Ipv4, "0.0.0.0");
    row("::ffff:127.0.0.1", Kind::Ipv4, "127.0.0.1");
    row("::ffff:c0a8:114", Kind::Ipv4, "192.168.1.20");
    row("::1", Kind::Ipv6);
    row("[::1]", Kind::Ipv6);
    row("::", Kind::Ipv6);
    row("fe80::1", Kind::Ipv6);
    row("fe80::1%lo", Kind::Ipv6);
    row("2001:db8::7", Kind::Ipv6);
    row("studio.local", Kind::Name);
    row("localhost", Kind::Name);
    row("", Kind::Name);
    row("[]", Kind::Name);
}

void TestHostAddress::typed()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QFETCH(QString, address);
    const HostAddress found = hostAddress(text);
    QCOMPARE(found.kind, kind);
    QCOMPARE(found.address.toString(), address);
}

void TestHostAddress::ofAName_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("address");
    QTest::newRow("none") << QStringList() << Kind::Name << QString();
    QTest::newRow("IPv6 first") << QStringList{QStringLiteral("::1"), QStringLiteral("127.0.0.1")}
                                << Kind::Ipv4 << QStringLiteral("127.0.0.1");
    QTest::newRow("IPv6 only") << QStringList{QStringLiteral("fe80::1")} << Kind::Ipv6 << QString();
    QTest::newRow("two of IPv4") << QStringList{QStringLiteral("10.0.0.2"),
        QStringLiteral("10.0.0.3")}
                                 << Kind::Ipv4 << QStringLiteral("10.0.0.2");
}

void TestHostAddress::ofAName()
{
    QFETCH(QStringList, addresses);
    QFETCH(Kind, kind);
    QFETCH(QString, address);
    QList<QHostAddress> found;
    for (const QString &one : addresses)
        found.append(QHostAddress(one));
    const HostAddress chosen = hostAddress(found);
    QCOMPARE(chosen.kind, kind);
    QCOMPARE(chosen.address.toString(), address);
}

int tst_hostaddress(int argc, char *argv[])
{
    return clipdeck::runTestClass<TestHostAddress>(argc, argv);
}

#include "tst_hostaddress.moc"
