#!/usr/bin/env python3
"""Writes an export.xml as Apple Health makes it, of a given size, with invented figures:

    bench/make_apple_health.py MEGABYTES FILE

Ninety-nine records in a hundred are of a watch (heart rate, steps, energy); the others are drinks and food, eight a day
for ten years at most, beyond which the watch's alone go on.
"""

import datetime
import sys

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,Record*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
<HealthData locale="en_US">
 <ExportDate value="2026-11-01 10:00:00 +0100"/>
"""
WATCH = (
    ' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="Somebody\u2019s Apple\u00a0Watch" sourceVersion="10.1" '
    'device="&lt;&lt;HKDevice: 0x2830&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, '
    'software:10.1&gt;" unit="{unit}" creationDate="{time}" startDate="{time}" endDate="{time}" value="{value}">\n'
    '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/>\n </Record>\n'
)
INTAKE = (
    ' <Record type="HKQuantityTypeIdentifierDietary{kind}" sourceName="{app}" sourceVersion="5.2" unit="{unit}" '
    'creationDate="{time}" startDate="{time}" endDate="{time}" value="{value}"/>\n'
)
KINDS = [("HeartRate", "count/min"), ("StepCount", "count"), ("ActiveEnergyBurned", "kcal")]
INTAKES = [("Water", "mL", "WaterMinder", 250), ("Magnesium", "mg", "Cronometer", 55), ("Potassium", "mg", "Cronometer", 420)]


def main():
    size = int(sys.argv[1]) * 1_000_000
    start = datetime.datetime(2016, 1, 1, 6, 0)
    written = 0
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        written += file.write(HEAD)
        number = 0
        intakes = 0
        while written < size:
            lines = []
            for _ in range(1000):
                number += 1
                if number % 100 == 0 and intakes < 3650 * 8:
                    kind, unit, app, value = INTAKES[intakes % 3]
                    time = start + datetime.timedelta(days=intakes // 8, minutes=intakes % 8 * 90)
                    lines.append(INTAKE.format(kind=kind, unit=unit, app=app, value=value, time=f"{time} +0100"))
                    intakes += 1
                else:
                    kind, unit = KINDS[number % 3]
                    time = start + datetime.timedelta(seconds=number * 53)
                    lines.append(WATCH.format(kind=kind, unit=unit, time=f"{time} +0100", value=60 + number % 90))
            written += file.write("".join(lines))
        file.write("</HealthData>\n")


main()
