package backtalk.cluster;

import java.util.Locale;

/** What only one replica may do at a time. */
public enum ReplicaRole {
  /** Asks Telegram for updates. */
  POLLER,
  /** Sees to what dead replicas left. */
  SWEEPER;

  /** The name of its lease. */
  String lease() {
    return name().toLowerCase(Locale.ROOT);
  }
}
