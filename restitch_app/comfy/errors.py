"""What can go wrong with a ComfyUI server, as a reviewer should read it."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
import websocket
from urllib3.exceptions import NewConnectionError

from restitch_app.domain.errors import RestitchError, WrongUse


class ComfyError(RestitchError):
    """A ComfyUI server, or what it made, is not as needed."""

    code = "comfy"
    retryable = False
    """True when the same request may succeed later with nothing changed: wait and try again."""


class ComfyUnreachable(ComfyError):
    """The server is away: refuses, hangs, drops the connection, answers 5xx or not as ComfyUI."""

    code = "comfy_unreachable"
    retryable = True

    surely_not_taken = False
    """True when the request cannot have had any effect, so that it may be sent once more as it is.

    False says that nobody knows: a broken or silent connection may have delivered it.
    """
    status = 0
    """The HTTP status that it answered with; 0 where that is not what was wrong."""


class KeyRefused(ComfyUnreachable):
    """The server, or a gateway before it, wants an API key, or another one.

    It may pass: with the right key a job goes on where it was, and its render is not lost.
    """

    code = "comfy_key"
    surely_not_taken = True

    def __init__(self, url: str, status: int, *, had_key: bool) -> None:
        super().__init__(
            "The server does not accept the API key" if had_key else "The server wants an API key",
            f"{url} answered {status}",
            "Set its key under Settings ▸ Servers, or with: restitch servers add URL --key-stdin",
        )


class CertificateRefused(ComfyUnreachable):
    """Whoever answers there cannot show that it is the server; nothing was sent to it."""

    code = "comfy_certificate"
    surely_not_taken = True

    def __init__(self, url: str, reason: str, hint: str) -> None:
        super().__init__("The server's certificate is not trusted", f"{url}: {reason}", hint)


class Redirected(ComfyUnreachable):
    """Another address is to be used, or a page to sign in; neither is followed by itself."""

    code = "comfy_redirected"
    surely_not_taken = True

    def __init__(self, url: str, location: str) -> None:
        try:
            to = urlsplit(urljoin(url, location))
            where = f"{to.scheme}://{to.hostname or ''}" + (f":{to.port}" if to.port else "")
        except ValueError:
            where = "elsewhere"
        super().__init__(
            "The server sends us to another address",
            f"{url} points to {where}; it was not followed, and no key was sent there",
            "Use that address if it is ComfyUI's; a page to sign in needs an API key instead",
        )


class ComfyRefused(ComfyError):
    """The server answers and says no: an access rule, too large an upload."""

    code = "comfy_refused"


@dataclass(frozen=True, slots=True)
class NodeReason:
    """One reason for a refusal, in ComfyUI's own words. Empty strings where it named nothing."""

    kind: str
    """ComfyUI's word for it: `value_not_in_list`, `required_input_missing`, ..."""
    sentence: str
    node_id: str = ""
    node_title: str = ""
    node_class: str = ""
    input_name: str = ""

    def __str__(self) -> str:
        place = " ▸ ".join(part for part in (self.node_title, self.input_name) if part)
        return f"{place}: {self.sentence}" if place else self.sentence


class PromptRejected(ComfyError):
    """ComfyUI checked the prompt and will not run it. `reasons` name the nodes and inputs."""

    code = "prompt_rejected"

    def __init__(self, reasons: tuple[NodeReason, ...], title: str = "", hint: str = "") -> None:
        super().__init__(
            title or "ComfyUI refused the prompt",
            "; ".join(str(reason).rstrip(".") for reason in reasons),
            hint or "Change the named inputs and try again",
        )
        self.reasons = reasons


class NodeOrModelMissing(PromptRejected):
    """A node class or a model file is not installed on this server; `names` says which."""

    code = "node_or_model_missing"

    def __init__(self, reasons: tuple[NodeReason, ...], names: tuple[str, ...]) -> None:
        super().__init__(
            reasons,
            f"The server lacks {', '.join(names)}" if names else "The server lacks a node",
            "Install it on the server, choose another server, or change the workflow",
        )
        self.names = names


class ExecutionFailed(ComfyError):
    """A node raised while the prompt ran. `out_of_memory` is told apart for its own advice."""

    code = "execution_failed"

    def __init__(
        self, node_title: str, message: str, *, node_id: str = "", out_of_memory: bool = False
    ) -> None:
        title = "The server ran out of memory" if out_of_memory else "ComfyUI failed"
        hint = (
            "Try fewer frames or a smaller size, or free the server's memory"
            if out_of_memory
            else "Look at the node and its inputs in ComfyUI, then retry"
        )
        super().__init__(f"{title} at {node_title}" if node_title else title, message, hint)
        self.node_id = node_id
        self.node_title = node_title
        self.message = message
        self.out_of_memory = out_of_memory


class JobInterrupted(ComfyError):
    """Somebody stopped this prompt on the server, not through this watch."""

    code = "job_interrupted"

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The render was stopped on the server", detail, "Submit it again to render it"
        )


class JobLost(ComfyError):
    """The prompt is in neither the server's queue nor its history: restarted, or deleted there."""

    code = "job_lost"

    def __init__(self, prompt_id: str, url: str) -> None:
        super().__init__(
            "The server no longer knows this job",
            f"{url}, prompt {prompt_id}",
            "It was probably restarted. Submit the job again",
        )
        self.prompt_id = prompt_id


class BadOutput(ComfyError):
    """The result is missing, has a name that leaves its folder, or is larger than the limit."""

    code = "bad_output"


class TruncatedDownload(BadOutput):
    """Fewer bytes came than were announced; fetching again may bring them all."""

    code = "truncated_download"
    retryable = True


_START_HINT = "Start ComfyUI, or give the address of another server"


def unreachable(url: str, reason: str) -> ComfyUnreachable:
    return ComfyUnreachable("ComfyUI did not answer", f"{url}: {reason}", _START_HINT)


def not_reached(url: str, reason: str) -> ComfyUnreachable:
    """No connection came about, so the request was never sent."""
    error = unreachable(url, reason)
    error.surely_not_taken = True
    return error


@contextmanager
def comfy_errors(url: str) -> Iterator[None]:
    """Turn what requests and websocket-client raise into ComfyError. `url` is the server's.

    Ordinary OSErrors of files pass through: only those of connections are the server's doing.
    """
    try:
        yield
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema) as error:
        raise WrongUse(
            "This is not a server address", f"{url}: {error}", "Use http://HOST:PORT"
        ) from error
    except requests.exceptions.ChunkedEncodingError as error:
        raise unreachable(url, "the connection broke in the middle of an answer") from error
    except requests.exceptions.SSLError as error:
        raise _tls_error(url, error) from error
    except requests.exceptions.ConnectTimeout as error:
        raise not_reached(url, "no connection in time") from error
    except (requests.exceptions.Timeout, websocket.WebSocketTimeoutException) as error:
        raise unreachable(url, "no answer in time") from error
    except requests.exceptions.ConnectionError as error:
        make = not_reached if _never_connected(error) else unreachable
        raise make(url, _short_reason(error)) from error
    except requests.exceptions.RequestException as error:
        raise unreachable(url, f"it does not answer as ComfyUI does ({error})") from error
    except websocket.WebSocketBadStatusException as error:
        raise unreachable(url, f"the progress socket was refused ({error.status_code})") from error
    except websocket.WebSocketException as error:
        raise unreachable(url, f"the progress socket failed ({error})") from error
    except ssl.SSLError as error:
        raise _tls_error(url, error) from error
    except (ConnectionError, TimeoutError) as error:
        raise unreachable(url, _short_reason(error)) from error


CA_HINT = (
    "Give the certificate of the server or of its authority as a file under Settings ▸ Servers, "
    "or with: restitch servers add URL --ca FILE"
)
_TLS_REASONS = (
    ("self-signed", "it is self-signed", CA_HINT),
    ("self signed", "it is self-signed", CA_HINT),
    ("issuer", "no authority known here vouches for it", CA_HINT),
    ("mismatch", "it is made out to another name", "Use the name that the certificate names"),
    ("doesn't match", "it is made out to another name", "Use the name that the certificate names"),
    ("not valid for", "it is made out to another name", "Use the name that the certificate names"),
    ("expired", "it has expired", "Renew it on the server, and check this computer's clock"),
)
"""What OpenSSL and urllib3 say, what that means, and the way out."""


def _tls_error(url: str, error: Exception) -> ComfyUnreachable:
    words = str(error).lower()
    if "certificate" in words:
        for known, reason, hint in _TLS_REASONS:
            if known in words:
                return CertificateRefused(url, reason, hint)
        return CertificateRefused(url, "it cannot be checked", CA_HINT)
    if "wrong_version_number" in words or "wrong version number" in words:
        return not_reached(url, "it does not speak https there; try http://")
    return unreachable(url, "the encrypted connection failed")


def _never_connected(error: requests.exceptions.ConnectionError) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)


def _short_reason(error: BaseException) -> str:
    """The innermost cause without the pools and retries that requests wraps around it."""
    words = str(error).lower()
    for known in ("connection refused", "name or service not known", "timed out", "reset by peer"):
        if known in words:
            return known
    if "getaddrinfo" in words or "name resolution" in words or "resolve" in words:
        return "no such host"
    if "actively refused" in words:  # Windows' own words for it
        return "connection refused"
    return "the connection failed"
