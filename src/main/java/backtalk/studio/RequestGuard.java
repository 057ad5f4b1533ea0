package backtalk.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a request comes from the studio's own page. The token is in the link's fragment,
 * which browsers send to nobody. The page sends it as a header, which pages of other origins cannot
 * set. The host is checked because a foreign name may resolve to this machine.
 */
final class RequestGuard {
  static final String TOKEN_HEADER = "X-Studio-Token";
  private static final int TOKEN_BYTES = 24;

  /** WebAssembly is compiled by the graph library. Nothing inline and nothing foreign is loaded. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src"
              + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final String token;

  /** Creates a guard with a random token. */
  RequestGuard() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  String token() {
    return token;
  }

  /** Adds the security headers, and refuses a foreign host or origin. */
  void check(Context request) {
    HEADERS.forEach(request::header);
    String port = ":" + request.req().getLocalPort();
    Set<String> own = Set.of("127.0.0.1" + port, "localhost" + port);
    String host = request.header("Host");
    String origin = request.header("Origin");
    boolean foreign = origin != null && !origin.equals("http://" + host);
    if (host == null || !own.contains(host) || foreign) {
      throw new ForbiddenResponse("the studio answers its own page only");
    }
  }

  /** Refuses a request without the token, in constant time. */
  void checkToken(Context request) {
    String given = request.header(TOKEN_HEADER);
    if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), token.getBytes(UTF_8))) {
      throw new UnauthorizedResponse("open the link that the terminal shows");
    }
  }
}
