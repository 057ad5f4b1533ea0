package backtalk.studio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import backtalk.config.InvalidConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the studio's server answers, and to whom. */
class StudioServerTest {
  private static final Path PAGE =
      Path.of(System.getProperty("backtalk.home", ".")).resolve("src/main/resources/studio");
  private static final String LIBRARY = "vendor/viz-3.31.0.js";

  @TempDir private static Path folder;
  private static Studio studio;
  private static StudioServer server;
  private static URI link;

  @BeforeAll
  static void open() {
    studio = Studio.open(StudioFixture.settings(StudioFixture.BACK, folder));
    server = StudioServer.open(studio, 0);
    link = URI.create(server.link());
  }

  @AfterAll
  static void close() {
    server.close();
    studio.close();
  }

  /** Sends a request with these header lines and returns the whole response as text. */
  private static String send(String request, String body, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.getPort())) {
      String lines = String.join("", Stream.of(headers).map(line -> line + "\r\n").toList());
      String all =
          "%s HTTP/1.1\r\n%sConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(request, lines, body.length(), body);
      socket.getOutputStream().write(all.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static String host() {
    return "Host: 127.0.0.1:" + link.getPort();
  }

  private static String token() {
    return RequestGuard.TOKEN_HEADER + ": " + link.getFragment();
  }

  @Test
  void theLinkHoldsATokenThatBrowsersSendToNobody() {
    assertThat(link.getHost()).isEqualTo("127.0.0.1");
    assertThat(link.getFragment()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(link.getRawQuery()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/state", "/api/machine", "/api/desk"})
  void dataIsAnsweredWithTheTokenOnly(String path) throws IOException {
    assertThat(send("GET " + path, "", host())).startsWith("HTTP/1.1 401");
    assertThat(send("GET " + path, "", host(), token() + "x")).startsWith("HTTP/1.1 401");
    assertThat(send("GET " + path, "", host(), token())).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/take", "/api/record", "/api/phrases"})
  void nothingIsChangedWithoutTheToken(String path) throws IOException {
    assertThat(send("POST " + path, "{\"restart\":true}", host())).startsWith("HTTP/1.1 401");
  }

  @ParameterizedTest
  @CsvSource({"/,evil.example", "/api/state,evil.example", "/,192.168.0.1", "/studio.css,[::1]"})
  void aForeignHostIsRefused(String path, String host) throws IOException {
    String line = "Host: " + host + ":" + link.getPort();

    assertThat(send("GET " + path, "", line, token())).startsWith("HTTP/1.1 403");
  }

  @Test
  void anotherPortIsAForeignHost() throws IOException {
    assertThat(send("GET /", "", "Host: 127.0.0.1:1", token())).startsWith("HTTP/1.1 403");
  }

  @Test
  void aForeignOriginIsRefusedEvenWithTheToken() throws IOException {
    String origin = "Origin: http://evil.example";

    assertThat(send("POST /api/record", "", host(), token(), origin)).startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/main.js", "/" + LIBRARY, "/api/state", "/nowhere"})
  void everyAnswerForbidsInlineAndForeignContent(String path) throws IOException {
    assertThat(send("GET " + path, "", host(), token()))
        .contains("Content-Security-Policy: default-src 'none'; script-src 'self'")
        .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
        .doesNotContain("'unsafe-inline'", "'unsafe-eval'");
  }

  @Test
  void filesAreCompressedAndTheLibraryIsCached() throws IOException {
    String gzip = "Accept-Encoding: gzip";

    assertThat(send("GET /" + LIBRARY, "", host(), gzip))
        .contains("Content-Encoding: gzip", "Cache-Control: max-age=31536000, immutable");
    assertThat(send("GET /studio.css", "", host(), gzip))
        .contains("Content-Encoding: gzip", "Cache-Control: no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "facet-joint.png,200",
    "none.png,404",
    "README.md,404",
    "..%2Fconversation.yaml,404",
    "../conversation.yaml,404"
  })
  void onlyPicturesOfTheConversationAreServed(String name, int status) throws IOException {
    assertThat(send("GET /pictures/" + name, "", host()))
        .startsWith("HTTP/1.1 " + (name.contains("%2F") ? "4" : status))
        .doesNotContain("states:");
  }

  @Test
  void thePageHoldsNoInlineScriptOrStyle() throws IOException {
    assertThat(Files.readString(PAGE.resolve("index.html")))
        .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son\\w+=|https?://");
  }

  @Test
  void theLibraryIsTheOneThatItsNoticeNames() throws Exception {
    try (InputStream file = Files.newInputStream(PAGE.resolve(LIBRARY))) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());

      assertThat(PAGE.resolve("vendor/NOTICE.txt"))
          .content()
          .contains("SHA-256 " + HexFormat.of().formatHex(hash));
    }
  }

  @Test
  void itListensOnTheLoopbackAddressOnly() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    assumeThat(others).as("addresses of this machine beside the loopback").isNotEmpty();

    for (InetAddress other : others) {
      assertThatThrownBy(() -> new Socket(other, link.getPort()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "{}", "{\"text\":\"\"}", "{\"data\":\"x\",\"message\":1}"})
  void anUnusableRequestIsRefusedInWords(String body) throws IOException {
    assertThat(send("POST /api/take", body, host(), token()))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("\tat ");
  }

  @Test
  void aTakenPortIsAWrongSetting() {
    assertThatThrownBy(() -> StudioServer.open(studio, link.getPort()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("PORT");
  }
}
