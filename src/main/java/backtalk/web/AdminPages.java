package backtalk.web;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the pages show. The suppliers are asked at each look and answer quickly.
 *
 * @param alive whether the loops of the process still run
 * @param metrics in Prometheus' text format
 * @param intake where updates are pushed to; empty for a bot that fetches them
 */
public record AdminPages(
    BooleanSupplier alive,
    Supplier<Readiness> readiness,
    Supplier<String> metrics,
    Optional<WebhookEndpoint> intake) {}
