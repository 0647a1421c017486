// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/cpuview.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/transport/songwish.h"

#include <QPainter>

namespace clipdeck {

namespace {

constexpr double high = 80.0; // percent: Live begins to drop out somewhere above

}

CpuView::CpuView(const LiveSet &set, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_set(set)
    , m_theme(theme)
{
    setAccessibleName(tr("Live's CPU load"));
    setToolTip(tr("Live's CPU load, as its own meter shows it"));
    setStatusTip(toolTip());
    connect(&set, &LiveSet::changed, this, &CpuView::follow);
    describe();
}

void CpuView::describe()
{
    setAccessibleDescription(tr("%1 %").arg(m_set.song().averageProcessUsage, 0, 'f', 0));
}

void CpuView::follow(const Changes &changes)
{
    if (!concerns(changes, SongField::AverageProcessUsage))
        return;
    describe();
    update();
}

void CpuView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double load = m_set.song().averageProcessUsage;
    const int middle = height() / 2;
    paintText(painter, QRectF(0, middle - 16, width(), 14), tr("CPU"), m_theme.font(Type::Micro),
        m_theme.color(Role::Text3));
    const Role role = !isEnabled() ? Role::Text3 : load >= high ? Role::Warn : Role::Text2;
    paintText(painter, QRectF(0, middle - 1, width(), 16),
        isEnabled() ? tr("%1 %").arg(load, 0, 'f', 0) : QStringLiteral("–"),
        m_theme.font(Type::Strong), m_theme.color(role));
}

} // namespace clipdeck

#include "moc_cpuview.cpp"
