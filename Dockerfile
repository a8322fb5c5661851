# FitCheck in two stages: the first installs, the second holds only what runs.
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /src
# Without bot/ and model/ this installs the dependencies alone, so that a change of code keeps the layer.
COPY pyproject.toml README.md LICENSE ./
RUN python -m venv --without-pip /venv \
    && python -m pip --python /venv install --no-cache-dir .

FROM python:${PYTHON}-slim
RUN python -m pip uninstall --yes pip \
    && useradd --system --uid 10001 --home-dir /data --create-home fitcheck
COPY --from=build /venv /venv
WORKDIR /app
COPY bot bot
COPY model model
COPY examples examples
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    WEB_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
USER fitcheck
# The networks load and warm up within the start period; then the heartbeat must stay fresh.
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s --retries=3 \
    CMD ["python", "-m", "bot.health"]
# The exec form makes Python process 1: SIGTERM reaches it, it finishes its answers and exits 0.
CMD ["python", "-m", "bot"]
