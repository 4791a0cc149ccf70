package basin.app.demo.company.sale;

import basin.app.demo.company.shop.Carrier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A part of an order on its way. Instants are microseconds since 1970 in UTC.
///
/// @param part from 1 within the order
/// @param tracking null where the carrier's system gave none
/// @param delivered null where it has not come, or never will
record Shipment(
        int part,
        Carrier carrier,
        @Nullable String tracking,
        long grams,
        long shipped,
        LocalDate promised,
        @Nullable Long delivered) {}
