package backtalk.cluster;

import java.util.Locale;

/** Lists the roles that only one replica may have at a time. */
public enum ReplicaRole {
  /** Fetches updates from Telegram. */
  POLLER,
  /** Evicts failed replicas and sends the messages that they left. */
  SWEEPER;

  String lease() {
    return name().toLowerCase(Locale.ROOT);
  }
}
